package io.tiphys.verifier.waiver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.core.JsonPointer;
import io.tiphys.model.finding.Finding;
import io.tiphys.model.finding.Rule;
import io.tiphys.model.finding.Severity;
import io.tiphys.model.index.SourceIndex;
import io.tiphys.model.yaml.YamlWriter;
import io.tiphys.verifier.load.Loader;
import io.tiphys.verifier.load.Manifest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AcceptedFindingsTest {
    private static final LocalDate TODAY = LocalDate.parse("2027-01-31");
    private static final Set<String> RULES = Set.of("SEC-06", "SEC-07");
    private static final Rule RULE = new Rule("SEC-06", Severity.WARNING, "s", "r", "x");

    @TempDir
    Path folder;

    private static Manifest manifest(String annotation, String ofTemplate) {
        String yaml = """
                apiVersion: argoproj.io/v1alpha1
                kind: WorkflowTemplate
                metadata:
                  name: sample
                  annotations: {%s}
                spec:
                  templates:
                  - name: run
                    metadata: {annotations: {%s}}
                  - name: other
                """.formatted(annotation, ofTemplate);
        return new Loader()
                .parse("sample.yaml", yaml, true, SourceIndex.EMPTY)
                .manifests()
                .get(0);
    }

    private static Finding at(Manifest manifest, int template) {
        return manifest.finding(RULE, JsonPointer.compile("/spec/templates/" + template), "can write");
    }

    private List<Finding> waived(String waivers, Finding... findings) throws Exception {
        Files.writeString(folder.resolve("waivers.yaml"), waivers);
        Acceptance acceptance = new Acceptance(Optional.of(folder.resolve("waivers.yaml")), Optional.empty(), TODAY);
        return AcceptedFindings.of(acceptance, folder, () -> RULES).apply(List.of(findings));
    }

    private static AcceptedFindings accepted(Acceptance acceptance, Manifest manifest) {
        AcceptedFindings accepted = AcceptedFindings.of(acceptance, Path.of("."), () -> RULES);
        accepted.add(manifest);
        return accepted;
    }

    private static String waiver(String selector, String expires) {
        return "waivers:\n- {rule: SEC-06, selector: {" + selector + "}, reason: old tool, owner: ann, expires: "
                + expires + "}\n";
    }

    @Test
    void waiv01Passes() throws Exception {
        Manifest manifest = manifest("", "");
        List<Finding> all =
                waived(waiver("file: \"s*.yaml\", template: run", "2027-01-31"), at(manifest, 0), at(manifest, 1));
        assertThat(all).extracting(Finding::rule).containsExactly("SEC-06", "SEC-06");
        assertThat(all.get(0).waiver()).hasValueSatisfying(waiver -> {
            assertThat(waiver.reason()).isEqualTo("old tool");
            assertThat(waiver.owner()).isEqualTo("ann");
            assertThat(waiver.expires()).isEqualTo("2027-01-31");
        });
        assertThat(all.get(1).waiver()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "waivers: 1",
                "waivers:\n- {rule: SEC-06, selector: {}, reason: r, owner: o, expires: 2027-01-31}",
                "waivers:\n- {rule: SEC-06, selector: {template: a}, reason: \" \", owner: o, expires: 2027-01-31}",
                "waivers:\n- {rule: SEC-06, selector: {template: a}, reason: r, owner: o, expires: soon}",
                "waivers:\n- {rule: SEC-06, selector: {template: a}, reason: r, owner: o, until: 2027-01-31}",
                "waivers: ["
            })
    void waiv01Fails(String waivers) throws Exception {
        assertThat(waived(waivers)).isNotEmpty().allSatisfy(finding -> {
            assertThat(finding.rule()).isEqualTo("WAIV-01");
            assertThat(finding.severity()).isEqualTo(Severity.ERROR);
            assertThat(finding.place().file()).isEqualTo("waivers.yaml");
        });
    }

    static Stream<Arguments> mistakes() {
        String good = "rule: SEC-06, selector: {template: a}, reason: r, owner: o, expires: 2027-01-31";
        return Stream.of(
                arguments("waivers: 1", "waivers is number 1; expected is a list"),
                arguments("{}", "the file has no waivers"),
                arguments("waivers:\n- {" + good.replace("owner: o, ", "") + "}", "the waiver has no owner"),
                arguments("waivers:\n- {" + good.replace("expires", "expire") + "}", "did you mean \"expires\"?"),
                arguments("waivers:\n- {" + good.replace("reason", "until") + "}", "there are rule, selector, reason"),
                arguments(
                        "waivers:\n- {" + good.replace("template", "templates") + "}",
                        "selector has an unknown field \"templates\"; did you mean \"template\"?"),
                arguments("waivers:\n- {" + good.replace("template: a", "") + "}", "selector is empty; write file"),
                arguments("waivers:\n- {" + good.replace("reason: r", "reason: ' '") + "}", "reason is empty"),
                arguments(
                        "waivers:\n- {" + good.replace("2027-01-31", "31.1.2027") + "}",
                        "expires is \"31.1.2027\"; write a day, such as 2027-01-31"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void waiv01SaysWhatIsWrongAndWhatMayBe(String waivers, String message) throws Exception {
        assertThat(waived(waivers)).anySatisfy(finding -> {
            assertThat(finding.rule()).isEqualTo("WAIV-01");
            assertThat(finding.message()).contains(message);
            assertThat(finding.place().line()).isPositive();
        });
    }

    @Test
    void theSchemaIsPublished() throws Exception {
        assertThat(Path.of("../docs/waivers.schema.json"))
                .hasSameTextualContentAs(Path.of("src/main/resources/io/tiphys/verifier/waiver/waivers.schema.json"));
    }

    @Test
    void waiv02Fails() throws Exception {
        List<Finding> all = waived(waiver("template: run", "2027-01-30"), at(manifest("", ""), 0));
        assertThat(all).extracting(Finding::rule).containsExactly("SEC-06", "WAIV-02");
        assertThat(all.get(0).waiver()).isEmpty();
        assertThat(all.get(1).message()).contains("expired on 2027-01-30", "ann");
        assertThat(all.get(1).place().line()).isEqualTo(2);
    }

    @Test
    void waiv03Fails() throws Exception {
        assertThat(waived(waiver("template: elsewhere", "2027-02-01"), at(manifest("", ""), 0)))
                .extracting(Finding::rule)
                .containsExactly("SEC-06", "WAIV-03");
    }

    @Test
    void aWaiverStandsInTheManifestToo() {
        String value = "waiver.tiphys.io/SEC-06: \"{reason: old tool, owner: ann, expires: 2027-01-31}\"";
        Acceptance acceptance = Acceptance.none(TODAY);
        Manifest whole = manifest(value, "");
        assertThat(accepted(acceptance, whole).apply(List.of(at(whole, 0), at(whole, 1))))
                .hasSize(2)
                .allMatch(finding -> finding.waiver().isPresent());
        Manifest one = manifest("", value);
        assertThat(accepted(acceptance, one).apply(List.of(at(one, 0), at(one, 1))))
                .extracting(finding -> finding.waiver().isPresent())
                .containsExactly(true, false);
        Manifest broken = manifest("waiver.tiphys.io/SEC-06: because", "");
        assertThat(accepted(acceptance, broken).apply(List.of()))
                .singleElement()
                .satisfies(finding -> assertThat(finding.rule()).isEqualTo("WAIV-01"));
    }

    private static Finding of(Manifest manifest, String pointer, String container) {
        Finding finding = manifest.finding(RULE, JsonPointer.compile(pointer), "can write");
        Finding.Place place = finding.place();
        return finding.withPlace(new Finding.Place(
                place.file(), 0, place.line(), place.column(), place.pointer(), place.template(), container));
    }

    private static List<Boolean> waived(Manifest manifest, Finding... findings) {
        return accepted(Acceptance.none(TODAY), manifest).apply(List.of(findings)).stream()
                .filter(finding -> finding.rule().equals("SEC-06"))
                .map(finding -> finding.waiver().isPresent())
                .toList();
    }

    @Test
    void anAnnotationIsForOneContainerOrOneTemplateToo() {
        String form = "waiver.tiphys.io/SEC-06: \"%s\"";
        String terms = "reason: old tool, owner: ann, expires: 2027-01-31}";
        Manifest container = manifest("", form.formatted("{container: cache, " + terms));
        assertThat(waived(
                        container,
                        of(container, "/spec/templates/0", "cache"),
                        of(container, "/spec/templates/0", "main"),
                        of(container, "/spec/templates/1", "cache")))
                .containsExactly(true, false, false);
        Manifest two = manifest("", form.formatted("[{container: a, " + terms + ", {container: b, " + terms + "]"));
        assertThat(waived(
                        two,
                        of(two, "/spec/templates/0", "a"),
                        of(two, "/spec/templates/0", "b"),
                        of(two, "/spec/templates/0", "main")))
                .containsExactly(true, true, false);
        Manifest template = manifest(form.formatted("{template: other, " + terms), "");
        assertThat(waived(
                        template, of(template, "/spec/templates/0", "main"), of(template, "/spec/templates/1", "main")))
                .containsExactly(false, true);
        Manifest wrong = manifest("", form.formatted("{template: other, " + terms));
        assertThat(accepted(Acceptance.none(TODAY), wrong).apply(List.of()))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message())
                        .isEqualTo("the waiver of SEC-06 has an unknown field \"template\"; there are container,"
                                + " reason, owner, expires"));
    }

    @Test
    void aTemplateInlineHasItsWaiversInItself() {
        Manifest manifest = new Loader()
                .parse("sample.yaml", """
                        apiVersion: argoproj.io/v1alpha1
                        kind: WorkflowTemplate
                        metadata: {name: sample}
                        spec:
                          templates:
                          - name: run
                            steps:
                            - - name: a
                                inline:
                                  metadata:
                                    annotations:
                                      waiver.tiphys.io/SEC-06: "{reason: r, owner: o, expires: 2027-01-31}"
                                  container: {image: a}
                              - name: b
                                inline: {container: {image: b}}
                        """, true, SourceIndex.EMPTY)
                .manifests()
                .get(0);
        assertThat(waived(
                        manifest,
                        of(manifest, "/spec/templates/0/steps/0/0/inline/container", "main"),
                        of(manifest, "/spec/templates/0/steps/0/1/inline/container", "main")))
                .containsExactly(true, false);
    }

    @Test
    void thePodOfAJobHasWaiversToo() {
        Manifest manifest = new Loader()
                .parse("sample.yaml", """
                        apiVersion: batch/v1
                        kind: Job
                        metadata: {name: sample}
                        spec:
                          template:
                            metadata:
                              annotations:
                                waiver.tiphys.io/SEC-06: "{reason: r, owner: o, expires: 2027-01-31}"
                        """, true, SourceIndex.EMPTY)
                .manifests()
                .get(0);
        assertThat(waived(manifest, of(manifest, "/spec/template/spec", "main")))
                .containsExactly(true);
    }

    @Test
    void waiv03SaysWhichRuleWasMeant() throws Exception {
        assertThat(waived(waiver("template: run", "2027-02-01").replace("SEC-06", "SEC-6")))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message())
                        .isEqualTo("the waiver is of SEC-6, and there is no such rule; did you mean \"SEC-06\"?"));
    }

    private List<Finding> based(String baseline, Finding... findings) throws Exception {
        Files.writeString(folder.resolve("baseline.json"), baseline);
        Acceptance acceptance = new Acceptance(Optional.empty(), Optional.of(folder.resolve("baseline.json")), TODAY);
        return AcceptedFindings.of(acceptance, folder, () -> RULES).apply(List.of(findings));
    }

    @Test
    void base01AndBase02Pass() throws Exception {
        Manifest manifest = manifest("", "");
        String baseline = Baseline.write(List.of(at(manifest, 0)));
        List<Finding> all = based(baseline, at(manifest, 0), at(manifest, 1));
        assertThat(all)
                .extracting(finding -> finding.rule() + finding.waiver().isPresent())
                .containsExactly("SEC-06true", "SEC-06false");
        assertThat(Baseline.write(all)).isEqualTo(Baseline.write(List.of(at(manifest, 0), at(manifest, 1))));
    }

    @Test
    void linesThatMoveAndMessagesThatChangeAreStillAccepted() throws Exception {
        Manifest manifest = manifest("", "");
        String baseline = Baseline.write(List.of(at(manifest, 0)));
        Manifest moved = new Loader()
                .parse("sample.yaml", "# a comment\n\n" + YamlWriter.write(manifest.json()), true, SourceIndex.EMPTY)
                .manifests()
                .get(0);
        Finding later = moved.finding(RULE, JsonPointer.compile("/spec/templates/0"), "can write elsewhere");
        assertThat(later.place().line()).isNotEqualTo(at(manifest, 0).place().line());
        assertThat(based(baseline, later)).singleElement().satisfies(finding -> assertThat(finding.waiver())
                .isPresent());
    }

    @Test
    void base02Fails() throws Exception {
        Manifest manifest = manifest("", "");
        String baseline = Baseline.write(List.of(at(manifest, 0), at(manifest, 1)));
        assertThat(based(baseline, at(manifest, 0))).extracting(Finding::rule).containsExactly("BASE-02", "SEC-06");
    }

    @Test
    void base01Fails() throws Exception {
        for (String text : List.of("{", "{\"schema\": 2, \"findings\": []}", "[]")) {
            assertThat(based(text)).extracting(Finding::rule).containsExactly("BASE-01");
        }
    }
}
