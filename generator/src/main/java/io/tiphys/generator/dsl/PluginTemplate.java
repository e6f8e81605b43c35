package io.tiphys.generator.dsl;

import io.tiphys.model.object.Fields;
import java.util.Map;
import java.util.TreeMap;

/** A template that an executor plugin of the facility runs. Immutable. */
public final class PluginTemplate extends TemplateWords<PluginTemplate> {
    private PluginTemplate(Parts parts) {
        super(parts);
    }

    static PluginTemplate of(String name, String plugin, Map<String, ?> settings) {
        Fields all = Fields.NONE;
        Parts parts = Parts.named(name);
        for (Map.Entry<String, ?> setting : new TreeMap<>(Fields.given("settings", settings)).entrySet()) {
            all = all.set(setting.getKey(), Texts.plain(setting.getKey(), setting.getValue()));
        }
        return new PluginTemplate(
                parts.with(parts.fields().set("plugin", Fields.NONE.set(plugin, all)), settings.values()));
    }

    @Override
    PluginTemplate copy(Parts changed) {
        return new PluginTemplate(changed);
    }
}
