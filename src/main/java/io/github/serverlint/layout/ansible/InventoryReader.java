package io.github.serverlint.layout.ansible;

import io.github.serverlint.finding.Finding;
import io.github.serverlint.input.provenance.Notice;
import io.github.serverlint.layout.ansible.Layers.OfGroups;
import io.github.serverlint.text.SourceFile;
import io.github.serverlint.text.Span;
import io.github.serverlint.yaml.YamlFile;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Goes through the sources of an inventory, then through the files of variables, and puts the hosts together. */
final class InventoryReader {
    private final List<String> sources;
    private final Optional<String> playbookFolder;
    private final Folder root;
    private final List<Finding> findings = new ArrayList<>();
    private final List<Notice> notices = new ArrayList<>();
    private final Roster roster = new Roster();
    private final Documents documents;
    private final VarsFiles varsFiles;

    InventoryReader(List<String> sources, Optional<String> playbookFolder, List<YamlFile> files) {
        this.sources = sources;
        this.playbookFolder = playbookFolder;
        this.root = Folder.of(files.stream().map(YamlFile::file).toList());
        this.documents = new Documents(files, findings);
        this.varsFiles = new VarsFiles(root, documents, findings, notices);
    }

    Inventory read() {
        InventoryFile reader = new InventoryFile(roster, documents, findings, notices);
        List<String> bases = new ArrayList<>();
        for (String source : sources) {
            Optional<SourceFile> file = root.file(source);
            file.ifPresent(reader::read);
            if (file.isEmpty()) {
                root.folder(source).ifPresent(folder -> readFolder(folder, reader, true));
            }
            bases.add(file.isPresent() ? Folder.parent(source) : source);
        }
        roster.settle();
        readVars(bases);
        Layers layers = new Layers(bases, playbookFolder, varsFiles);
        List<Host> hosts =
                roster.hosts().stream().map(host -> host(host, layers)).toList();
        return new Inventory(hosts, List.copyOf(findings), List.copyOf(notices));
    }

    /** All files of a folder and of those below, in the order of their names. */
    private void readFolder(Folder folder, InventoryFile reader, boolean top) {
        Set<String> names = new TreeSet<>(CodePoints.ORDER);
        names.addAll(folder.files().keySet());
        names.addAll(folder.folders().keySet());
        for (String name : names) {
            Folder below = folder.folders().get(name);
            SourceFile file = folder.files().get(name);
            if (FileNames.isHidden(name)) {
                continue;
            }
            if (FileNames.isVarsFolder(name) || name.equals("vars_plugins")) {
                if (below != null && !top) {
                    notice(below, "Ansible reads " + name + " only in the folder that is given to it");
                }
            } else if (FileNames.isIgnoredInInventory(name)) {
                String why = "Ansible leaves out what ends in \"" + ending(name) + "\" in a folder of inventories";
                Optional.ofNullable(below).ifPresent(left -> notice(left, why));
                Optional.ofNullable(file).ifPresent(left -> notice(left, why));
            } else if (below != null) {
                readFolder(below, reader, false);
            } else if (file != null) {
                reader.read(file);
            }
        }
    }

    private static String ending(String name) {
        return name.endsWith("~") ? "~" : FileNames.extension(name);
    }

    private void notice(Folder folder, String why) {
        folder.allFiles().stream().findFirst().ifPresent(first -> notice(first, why));
    }

    private void notice(SourceFile file, String why) {
        notices.add(Notice.at(Span.at(file, 1, 1), "not read: " + why));
    }

    /** Files are read even if they belong to a group without hosts: what is wrong with them is wrong anyway. */
    private void readVars(List<String> sourceFolders) {
        Set<String> bases = new LinkedHashSet<>(sourceFolders);
        playbookFolder.ifPresent(bases::add);
        for (Group group : roster.groups()) {
            bases.forEach(base -> varsFiles.of(base, VarsFiles.GROUP_VARS, group.name()));
        }
        for (Member host : roster.hosts()) {
            if (roster.hasGroup(host.name())) {
                notices.add(Notice.at(
                        host.located().place(),
                        "\"" + host.name() + "\" is a host and a group: what is said beside the host counts for the"
                                + " group instead"));
            }
        }
        for (Member host : roster.hosts()) {
            bases.forEach(base -> varsFiles.of(base, VarsFiles.HOST_VARS, host.name()));
        }
        for (String base : bases) {
            varsFiles.noticeUnread(base, VarsFiles.GROUP_VARS, roster::hasGroup);
            varsFiles.noticeUnread(base, VarsFiles.HOST_VARS, roster::hasHost);
        }
    }

    private Host host(Member host, Layers layers) {
        OfGroups groups = layers.of(host.affiliation());
        HostVariables variables = new HostVariables(host, layers.of(host), groups.layers());
        return new Host(
                host.located(),
                groups.groups().stream().map(Group::name).toList(),
                variables,
                List.copyOf(host.declared()));
    }
}
