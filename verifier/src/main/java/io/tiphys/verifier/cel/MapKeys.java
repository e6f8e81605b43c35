package io.tiphys.verifier.cel;

import com.google.common.primitives.UnsignedLong;
import java.util.Map;

/** Keys of maps that expressions make. A number is the same key whether it has a sign or not. */
final class MapKeys {
    private MapKeys() {}

    static boolean contains(Map<?, ?> map, Object key) {
        if (map.containsKey(key)) {
            return true;
        }
        if (key instanceof Long number) {
            return number >= 0 && map.containsKey(UnsignedLong.fromLongBits(number));
        }
        return key instanceof UnsignedLong number && number.longValue() >= 0 && map.containsKey(number.longValue());
    }

    /** Whether a value may be a key. */
    static boolean isKey(Object value) {
        return value instanceof String
                || value instanceof Long
                || value instanceof UnsignedLong
                || value instanceof Boolean
                || value instanceof Double;
    }
}
