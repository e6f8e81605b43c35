package io.tiphys.generator.discover;

import io.tiphys.model.finding.Rule;
import io.tiphys.model.finding.Severity;
import java.util.List;

/** What can go wrong before a template class has given its manifest. */
public final class DiscoveryRules {
    /** There is something to render. */
    public static final Rule NONE_FOUND = rule(
            "GEN-01",
            "A project has at least one template class.",
            "Write a public class that implements io.tiphys.generator.dsl.TemplateSource.");

    /** Classes can be loaded. */
    public static final Rule NOT_LOADABLE = rule(
            "GEN-02",
            "Every class of the project can be loaded.",
            "Add the missing dependency to the POM, or compile for the Java version that runs Maven.");

    /** Instances can be made. */
    public static final Rule NOT_INSTANTIABLE = rule(
            "GEN-03",
            "A template class is public and has a public constructor without parameters, or is an enum.",
            "Make the class public and give it no constructor, or a public one without parameters.");

    /** Definitions come to an end without error. */
    public static final Rule DEFINE_FAILED = rule(
            "GEN-04",
            "A template class defines its manifest without throwing, within a minute.",
            "Mend the line that is named; mvn -X shows the whole stack trace.");

    /** Names are unique. */
    public static final Rule DUPLICATE = rule(
            "GEN-05",
            "No two classes of a project define one object.",
            "Rename one of the two; a name is global to the cluster.");

    /** Definitions are pure. */
    public static final Rule NOT_REPRODUCIBLE = rule(
            "GEN-06",
            "Rendering a class twice gives the same bytes.",
            "Leave out clocks, random values, static counters and the order of hash sets.");

    /** Names are names. */
    public static final Rule BAD_NAME = rule(
            "GEN-10",
            "The name of an object is a DNS subdomain: at most 253 of a-z, 0-9, '-' and '.', letters or digits at both ends.",
            "Choose a name such as ptypy-gpu-job.");

    /** At most one source of site defaults. */
    public static final Rule SITES = rule(
            "GEN-11",
            "A project has at most one class with site defaults, or names one.",
            "Keep one, or name it: <site>my.package.MySite</site> in the plugin's configuration.");

    /** Manifests do something. */
    public static final Rule EMPTY = rule(
            "GEN-12",
            "A manifest has a template, or refers to a workflow template.",
            "Write .entrypoint(container(…)), or .spec(s -> s.workflowTemplateRef(…)).");

    /** Words get what they take. */
    public static final Rule REFUSED = rule(
            "GEN-28",
            "A word of the language, or a method of the typed model, is given a value that it takes.",
            "Change the value in the line that is named; the message says which are allowed.");

    /** All of them. */
    public static final List<Rule> ALL = List.of(
            NONE_FOUND,
            NOT_LOADABLE,
            NOT_INSTANTIABLE,
            DEFINE_FAILED,
            DUPLICATE,
            NOT_REPRODUCIBLE,
            BAD_NAME,
            SITES,
            EMPTY,
            REFUSED);

    private DiscoveryRules() {}

    private static Rule rule(String id, String summary, String remedy) {
        return new Rule(id, Severity.ERROR, summary, remedy, "Tiphys: generate");
    }
}
