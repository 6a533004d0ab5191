package io.github.serverlint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Goals, parameters, properties and defaults are what people script against: they change only on purpose. */
class PluginDescriptorTest {
    private static final Path DESCRIPTOR = Path.of("target/classes/META-INF/maven/plugin.xml");

    @Test
    void goalsAndParametersAreThoseThatWereAgreed() throws Exception {
        Document document =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(DESCRIPTOR.toFile());
        Map<String, List<String>> goals = new TreeMap<>();
        NodeList mojos = document.getElementsByTagName("mojo");
        assertThat(mojos.getLength()).isPositive();
        for (int i = 0; i < mojos.getLength(); i++) {
            Element mojo = (Element) mojos.item(i);
            String head = text(mojo, "goal") + ": phase " + text(mojo, "phase") + ", project "
                    + text(mojo, "requiresProject") + ", thread-safe " + text(mojo, "threadSafe");
            goals.put(head, parameters(mojo));
        }
        StringBuilder shown = new StringBuilder(text(document.getDocumentElement(), "goalPrefix")).append('\n');
        goals.forEach((goal, parameters) -> {
            shown.append('\n').append(goal).append('\n');
            parameters.forEach(parameter -> shown.append("  ").append(parameter).append('\n'));
        });
        Golden.check("plugin.txt", shown.toString());
    }

    private static List<String> parameters(Element mojo) throws IOException {
        List<String> shown = new ArrayList<>();
        Element configuration =
                (Element) mojo.getElementsByTagName("configuration").item(0);
        NodeList parameters = mojo.getElementsByTagName("parameter");
        for (int i = 0; i < parameters.getLength(); i++) {
            Element parameter = (Element) parameters.item(i);
            String name = text(parameter, "name");
            Element value = configuration == null
                    ? null
                    : (Element) configuration.getElementsByTagName(name).item(0);
            String property = value == null ? "" : value.getTextContent();
            String byDefault = value == null ? "" : value.getAttribute("default-value");
            shown.add(name + " " + text(parameter, "type") + " " + property
                    + (byDefault.isEmpty() ? "" : " = " + byDefault)
                    + ("false".equals(text(parameter, "editable")) ? " (read-only)" : ""));
        }
        return shown;
    }

    private static String text(Element owner, String child) {
        NodeList found = owner.getElementsByTagName(child);
        return found.getLength() == 0 ? "none" : found.item(0).getTextContent();
    }
}
