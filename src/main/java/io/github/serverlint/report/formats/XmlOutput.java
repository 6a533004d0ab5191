package io.github.serverlint.report.formats;

import io.github.serverlint.report.OutputSanitizer;
import io.github.serverlint.run.RunMonitor;
import java.io.StringWriter;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** XML writer of the reports: indented, and without characters that are not valid in XML or that control a terminal. */
final class XmlOutput {
    private final XMLStreamWriter xml;
    private int depth;

    private XmlOutput(XMLStreamWriter xml) {
        this.xml = xml;
    }

    /** Content to write. */
    interface XmlContent {
        void writeTo(XmlOutput xml) throws XMLStreamException;
    }

    /** Returns a document. */
    static String document(XmlContent xmlContent) {
        return fragment(xml -> {
            xml.xml.writeStartDocument("UTF-8", "1.0");
            xml.line();
            xmlContent.writeTo(xml);
            xml.line();
        });
    }

    /** Returns elements that are part of another document. */
    static String fragment(XmlContent xmlContent) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            xmlContent.writeTo(new XmlOutput(xml));
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("XML that cannot be written to memory", e);
        }
        return text.toString();
    }

    /**
     * Writes an element with children.
     *
     * @param attributes alternating names and values
     */
    void element(String name, List<String> attributes, XmlContent children) throws XMLStreamException {
        xml.writeStartElement(name);
        write(attributes);
        depth++;
        children.writeTo(this);
        depth--;
        line();
        xml.writeEndElement();
    }

    /** Writes an element on its own line, with text only or empty. */
    void child(String name, List<String> attributes, String... lines) throws XMLStreamException {
        line();
        if (lines.length == 0) {
            xml.writeEmptyElement(name);
            write(attributes);
            return;
        }
        xml.writeStartElement(name);
        write(attributes);
        for (int i = 0; i < lines.length; i++) {
            xml.writeCharacters((i == 0 ? "" : "\n") + OutputSanitizer.message(lines[i]));
        }
        xml.writeEndElement();
    }

    /** Writes an inline element. */
    void text(String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(OutputSanitizer.message(text));
        xml.writeEndElement();
    }

    /** Starts an indented line. */
    void line() throws XMLStreamException {
        RunMonitor.checkInterrupted();
        xml.writeCharacters("\n" + "  ".repeat(depth));
    }

    private void write(List<String> attributes) throws XMLStreamException {
        for (int i = 0; i < attributes.size(); i += 2) {
            xml.writeAttribute(attributes.get(i), OutputSanitizer.message(attributes.get(i + 1)));
        }
    }
}
