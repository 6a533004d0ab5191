package io.github.serverlint.input.ansible;

import io.github.serverlint.finding.Finding;
import io.github.serverlint.input.ansible.VariableLayers.OfGroups;
import io.github.serverlint.input.provenance.Notice;
import io.github.serverlint.text.SourceFile;
import io.github.serverlint.text.Span;
import io.github.serverlint.yaml.YamlFile;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reader of an inventory: reads its sources, then the files of variables, and builds the hosts. */
final class InventoryReader {
    private final List<String> sources;
    private final Optional<String> playbookFolder;
    private final InventoryFolder root;
    private final List<Finding> findings = new ArrayList<>();
    private final List<Notice> notices = new ArrayList<>();
    private final InventoryData inventoryData = new InventoryData();
    private final AnsibleYamlReader ansibleYamlReader;
    private final VarsFiles varsFiles;

    InventoryReader(List<String> sources, Optional<String> playbookFolder, List<YamlFile> files) {
        this.sources = sources;
        this.playbookFolder = playbookFolder;
        this.root = InventoryFolder.of(files.stream().map(YamlFile::file).toList());
        this.ansibleYamlReader = new AnsibleYamlReader(files, findings);
        this.varsFiles = new VarsFiles(root, ansibleYamlReader, findings, notices);
    }

    Inventory read() {
        InventoryFileReader reader = new InventoryFileReader(inventoryData, ansibleYamlReader, findings, notices);
        List<String> bases = new ArrayList<>();
        for (String source : sources) {
            Optional<SourceFile> file = root.file(source);
            file.ifPresent(reader::read);
            if (file.isEmpty()) {
                root.folder(source).ifPresent(inventoryFolder -> readFolder(inventoryFolder, reader, true));
            }
            bases.add(file.isPresent() ? InventoryFolder.parent(source) : source);
        }
        inventoryData.completeMemberships();
        readVars(bases);
        VariableLayers variableLayers = new VariableLayers(bases, playbookFolder, varsFiles);
        List<Host> hosts = inventoryData.hosts().stream()
                .map(host -> host(host, variableLayers))
                .toList();
        return new Inventory(hosts, inventoryData.parents(), List.copyOf(findings), List.copyOf(notices));
    }

    /** Reads all files of a folder recursively, in the order of their names. */
    private void readFolder(InventoryFolder inventoryFolder, InventoryFileReader reader, boolean top) {
        Set<String> names = new TreeSet<>(CodePointOrder.ORDER);
        names.addAll(inventoryFolder.files().keySet());
        names.addAll(inventoryFolder.folders().keySet());
        for (String name : names) {
            InventoryFolder below = inventoryFolder.folders().get(name);
            SourceFile file = inventoryFolder.files().get(name);
            if (InventoryFileNames.isHidden(name)) {
                continue;
            }
            if (InventoryFileNames.isVarsFolder(name) || name.equals("vars_plugins")) {
                if (below != null && !top) {
                    notice(below, "Ansible reads " + name + " only in the folder that is given to it");
                }
            } else if (InventoryFileNames.isIgnoredInInventory(name)) {
                String why = "Ansible leaves out what ends in \"" + suffix(name) + "\" in a folder of inventories";
                Optional.ofNullable(below).ifPresent(left -> notice(left, why));
                Optional.ofNullable(file).ifPresent(left -> notice(left, why));
            } else if (below != null) {
                readFolder(below, reader, false);
            } else if (file != null) {
                reader.read(file);
            }
        }
    }

    private static String suffix(String name) {
        return name.endsWith("~") ? "~" : InventoryFileNames.extension(name);
    }

    private void notice(InventoryFolder inventoryFolder, String why) {
        inventoryFolder.allFiles().stream().findFirst().ifPresent(first -> notice(first, why));
    }

    private void notice(SourceFile file, String why) {
        notices.add(Notice.at(Span.at(file, 1, 1), "not read: " + why));
    }

    /** Reads the files of variables, also those of groups without hosts, to report their errors. */
    private void readVars(List<String> sourceFolders) {
        Set<String> bases = new LinkedHashSet<>(sourceFolders);
        playbookFolder.ifPresent(bases::add);
        for (InventoryGroup group : inventoryData.groups()) {
            bases.forEach(base -> varsFiles.of(base, VarsFiles.GROUP_VARS, group.name()));
        }
        for (HostBuilder host : inventoryData.hosts()) {
            if (inventoryData.hasGroup(host.name())) {
                notices.add(Notice.at(
                        host.located().place(),
                        "\"" + host.name() + "\" is a host and a group: what is said beside the host counts for the"
                                + " group instead"));
            }
        }
        for (HostBuilder host : inventoryData.hosts()) {
            bases.forEach(base -> varsFiles.of(base, VarsFiles.HOST_VARS, host.name()));
        }
        for (String base : bases) {
            varsFiles.noticeUnread(base, VarsFiles.GROUP_VARS, inventoryData::hasGroup);
            varsFiles.noticeUnread(base, VarsFiles.HOST_VARS, inventoryData::hasHost);
        }
    }

    private Host host(HostBuilder host, VariableLayers variableLayers) {
        OfGroups groups = variableLayers.of(host.membership());
        HostVariables variables = new HostVariables(host, variableLayers.of(host), groups.layers());
        return new Host(
                host.located(),
                groups.groups().stream().map(InventoryGroup::name).toList(),
                variables,
                List.copyOf(host.declared()));
    }
}
