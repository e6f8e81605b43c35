package io.tiphys.verifier.report;

import io.tiphys.model.finding.Finding;
import io.tiphys.verifier.VerifyResult;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * JUnit's XML, as build servers read it: a test for each object, and one for what belongs to no object. It fails by the errors
 * of the object; its other findings are its output. There are no times.
 */
final class JunitReport {
    private final TextReport texts;
    private final XMLStreamWriter xml;

    private JunitReport(Path base, XMLStreamWriter xml) {
        this.texts = new TextReport(base);
        this.xml = xml;
    }

    /** A test, and what is said of it. */
    private record Test(String file, String name, boolean skipped, List<Finding> findings) {
        List<Finding> errors() {
            return findings.stream().filter(Finding::isBlocking).toList();
        }

        List<Finding> others() {
            return findings.stream().filter(finding -> !finding.isBlocking()).toList();
        }
    }

    /** Of one document there may be several objects: those of a list. Findings are with the first. */
    private record Key(String file, int document) {}

    static void write(VerifyResult result, Path base, Writer writer) throws IOException {
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(writer);
            new JunitReport(base, xml).suites(tests(result));
            xml.flush();
        } catch (XMLStreamException e) {
            throw new IOException(e.getMessage(), e);
        }
        writer.write('\n');
    }

    private static List<Test> tests(VerifyResult result) {
        Map<Key, List<Finding>> byDocument = new HashMap<>();
        for (Finding finding : result.findings()) {
            Key key = new Key(finding.place().file(), finding.place().document());
            byDocument.computeIfAbsent(key, k -> new ArrayList<>()).add(finding);
        }
        List<Test> tests = new ArrayList<>();
        for (VerifyResult.DocumentVerdict document : result.documents()) {
            List<Finding> own = byDocument.remove(new Key(document.file(), document.index()));
            String name = document.kind() + "/" + (document.name().isEmpty() ? document.index() : document.name());
            boolean skipped = document.verdict() == VerifyResult.Verdict.SKIPPED;
            tests.add(new Test(document.file(), name, skipped, own == null ? List.of() : own));
        }
        result.findings().stream()
                .map(finding -> new Key(finding.place().file(), finding.place().document()))
                .distinct()
                .filter(byDocument::containsKey)
                .forEach(key -> tests.add(new Test(
                        key.file(), "document " + key.document(), false, byDocument.getOrDefault(key, List.of()))));
        return tests;
    }

    private void suites(List<Test> tests) throws XMLStreamException {
        long failed = tests.stream().filter(test -> !test.errors().isEmpty()).count();
        long skipped = tests.stream()
                .filter(test -> test.skipped() && test.errors().isEmpty())
                .count();
        xml.writeStartDocument("UTF-8", "1.0");
        line(0);
        xml.writeStartElement("testsuites");
        line(1);
        xml.writeStartElement("testsuite");
        attribute("name", "tiphys verify");
        attribute("tests", Integer.toString(tests.size()));
        attribute("failures", Long.toString(failed));
        attribute("errors", "0");
        attribute("skipped", Long.toString(skipped));
        for (Test test : tests) {
            line(2);
            test(test);
        }
        line(1);
        xml.writeEndElement();
        line(0);
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private void test(Test test) throws XMLStreamException {
        xml.writeStartElement("testcase");
        attribute("classname", test.file().isEmpty() ? "tiphys" : test.file());
        attribute("name", test.name());
        if (!test.errors().isEmpty()) {
            Finding first = test.errors().get(0);
            line(3);
            xml.writeStartElement("failure");
            attribute("type", first.rule());
            attribute("message", TextReport.summary(test.errors()) + ": " + first.message());
            xml.writeCharacters(lines(test.errors()));
            xml.writeEndElement();
        } else if (test.skipped()) {
            line(3);
            xml.writeStartElement("skipped");
            attribute("message", "a kind that is not known");
            xml.writeEndElement();
        }
        if (!test.others().isEmpty()) {
            line(3);
            xml.writeStartElement("system-out");
            xml.writeCharacters(lines(test.others()));
            xml.writeEndElement();
        }
        line(2);
        xml.writeEndElement();
    }

    private String lines(List<Finding> findings) {
        StringBuilder lines = new StringBuilder("\n");
        findings.forEach(finding -> texts.linesWithSeverity(finding)
                .forEach(line -> lines.append(line).append('\n')));
        return lines.toString();
    }

    private void attribute(String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, Printable.of(value));
    }

    private void line(int depth) throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(depth));
    }
}
