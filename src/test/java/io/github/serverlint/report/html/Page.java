package io.github.serverlint.report.html;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** A page as an XML parser reads it, which forgives nothing. */
public record Page(Document document) {

    /** Style and script are left out: they are text to a browser alone. */
    public static Page of(String html) {
        String markup = html.replaceAll("(?s)(<style>|<script>).*?(</style>|</script>)", "$1$2");
        try {
            DocumentBuilder reader = DocumentBuilderFactory.newInstance().newDocumentBuilder();
            reader.setErrorHandler(null);
            return new Page(reader.parse(new InputSource(new StringReader(markup))));
        } catch (IOException | SAXException | ParserConfigurationException e) {
            throw new AssertionError("not well formed: " + e.getMessage(), e);
        }
    }

    List<Element> elements() {
        return all("*");
    }

    List<Element> all(String tag) {
        return list(document.getElementsByTagName(tag));
    }

    List<Element> ofClass(String name) {
        return elements().stream()
                .filter(element ->
                        Arrays.asList(element.getAttribute("class").split(" ")).contains(name))
                .toList();
    }

    /** The values of an attribute, in the order of the page. */
    List<String> values(String attribute) {
        return elements().stream()
                .filter(element -> element.hasAttribute(attribute))
                .map(element -> element.getAttribute(attribute))
                .toList();
    }

    String text() {
        return document.getDocumentElement().getTextContent();
    }

    /** What the elements of a kind below one say, with single spaces. */
    static List<String> texts(Element below, String tag) {
        return list(below.getElementsByTagName(tag)).stream()
                .map(element -> element.getTextContent().replaceAll("\\s+", " ").strip())
                .toList();
    }

    private static List<Element> list(NodeList nodes) {
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }
}
