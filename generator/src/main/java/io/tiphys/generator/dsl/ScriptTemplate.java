package io.tiphys.generator.dsl;

import io.tiphys.model.object.Fields;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A template that runs a script in one container. Immutable. */
public final class ScriptTemplate extends PodTemplate<ScriptTemplate> {
    private static final Pattern NAME = Pattern.compile("\\{\\{([A-Za-z_][A-Za-z0-9_-]*)}}");

    private ScriptTemplate(Parts parts) {
        super(parts, "script");
    }

    static ScriptTemplate of(String name) {
        return new ScriptTemplate(Parts.named(name));
    }

    @Override
    ScriptTemplate copy(Parts changed) {
        return new ScriptTemplate(changed);
    }

    /**
     * The script: a text block, or the text of a resource file ({@code resource(getClass(), "split.py")}); line ends of
     * Windows, which no shell takes, become {@code \n}.
     *
     * @param values the variables of the text, each bound by its name: {@code {{count}}} is the input {@code count}. A
     *     name that is not bound is a mistake, and so is a value without a place in the text.
     */
    public ScriptTemplate source(String text, TemplateInput... values) {
        Map<String, Value> byName = new LinkedHashMap<>();
        for (TemplateInput value : Texts.given("source", values)) {
            byName.put(value.name(), value instanceof Input input ? input : ((ArtifactInput) value).path());
        }
        List<Problem> problems = new ArrayList<>();
        TreeSet<String> unused = new TreeSet<>(byName.keySet());
        StringBuilder bound = new StringBuilder();
        String script = Fields.given("source", text).replace("\r\n", "\n");
        Matcher tag = NAME.matcher(script);
        while (tag.find()) {
            String name = tag.group(1);
            Value value = byName.get(name);
            unused.remove(name);
            if (value == null && !Variables.WITHOUT_OWNER.contains(name)) {
                problems.add(Problem.here(
                        DefinitionRules.UNBOUND,
                        "The script has {{" + name + "}}, to which no value is bound; bound are " + byName.keySet()));
            }
            tag.appendReplacement(bound, Matcher.quoteReplacement(value == null ? tag.group() : value.tag()));
        }
        tag.appendTail(bound);
        for (String name : unused) {
            problems.add(
                    Problem.here(DefinitionRules.UNBOUND, "The script has no {{" + name + "}} for the value bound"));
        }
        ScriptTemplate changed = container("source", bound.toString());
        return changed.copy(changed.parts()
                .with(changed.parts().fields(), (Object[]) values)
                .with(changed.parts().fields(), script)
                .failing(problems));
    }
}
