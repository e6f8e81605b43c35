package io.tiphys.verifier.expr;

import java.util.Set;

/** Sprig's functions of any value. */
final class SprigValues {
    static final Set<String> NAMES = Set.of(
            "default",
            "empty",
            "coalesce",
            "all",
            "any",
            "ternary",
            "fromJson",
            "mustFromJson",
            "toJson",
            "mustToJson",
            "toPrettyJson",
            "mustToPrettyJson",
            "toRawJson",
            "mustToRawJson");

    private SprigValues() {}

    static Object call(String name, Arguments given) throws ValueException {
        return switch (name) {
            case "default" -> {
                given.between(1, Integer.MAX_VALUE);
                yield given.size() < 2 || Sprig.isEmpty(given.get(1)) ? given.get(0) : given.get(1);
            }
            case "empty" -> Sprig.isEmpty(given.exactly(1).get(0));
            case "coalesce" -> {
                for (Object value : given.values()) {
                    if (!Sprig.isEmpty(value)) {
                        yield value;
                    }
                }
                yield Nil.NIL;
            }
            case "all", "any" -> {
                boolean any = name.equals("any");
                for (Object value : given.values()) {
                    if (Sprig.isEmpty(value) != any) {
                        yield any;
                    }
                }
                yield !any;
            }
            case "ternary" -> given.exactly(3).condition(2) ? given.get(0) : given.get(1);
            default -> json(name, given.exactly(1));
        };
    }

    /** Without "must", what fails is nil or an empty text. */
    private static Object json(String name, Arguments given) throws ValueException {
        boolean reads = name.endsWith("romJson");
        try {
            if (reads) {
                return Json.parse(given.text(0));
            }
            return name.contains("Pretty")
                    ? Json.pretty(given.get(0))
                    : name.contains("Raw") ? Json.raw(given.get(0)) : Json.write(given.get(0));
        } catch (ValueException e) {
            boolean typed = !reads || given.get(0) instanceof String || given.get(0) == Nil.NIL;
            if (!e.isKnown() || !typed || name.startsWith("must") || name.equals("toRawJson")) {
                throw e;
            }
            return reads ? Nil.NIL : "";
        }
    }
}
