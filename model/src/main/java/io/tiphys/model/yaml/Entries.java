package io.tiphys.model.yaml;

import java.util.AbstractList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/** The entries of a mapping; of long ones the keys are indexed when somebody looks for one, or a file of many keys takes for ever. */
final class Entries extends AbstractList<YamlNode.Entry> implements RandomAccess {
    private static final int LONG = 32;

    private final List<YamlNode.Entry> entries;
    private volatile @Nullable Map<String, YamlNode.Entry> byKey;

    private Entries(List<YamlNode.Entry> entries) {
        this.entries = entries;
    }

    /** An immutable copy. */
    static List<YamlNode.Entry> of(List<YamlNode.Entry> entries) {
        if (entries instanceof Entries) {
            return entries;
        }
        List<YamlNode.Entry> copy = List.copyOf(entries);
        return copy.size() < LONG ? copy : new Entries(copy);
    }

    /** The last entry of a key. */
    YamlNode.@Nullable Entry find(String key) {
        Map<String, YamlNode.Entry> known = byKey;
        if (known == null) {
            known = new HashMap<>();
            for (YamlNode.Entry entry : entries) {
                known.put(entry.key(), entry);
            }
            byKey = known;
        }
        return known.get(key);
    }

    @Override
    public YamlNode.Entry get(int index) {
        return entries.get(index);
    }

    @Override
    public int size() {
        return entries.size();
    }
}
