package io.tiphys.verifier.expr;

/** The functions that Argo adds to the language. */
final class Added {
    private Added() {}

    static Object call(String name, Arguments given) throws ValueException {
        return switch (name) {
            case "asInt" -> {
                given.exactly(1);
                yield Functions.toInt(given.get(0));
            }
            case "asFloat" -> {
                given.exactly(1);
                yield Functions.toFloat(given.get(0));
            }
            case "toJson" -> {
                given.exactly(1);
                yield Json.write(given.get(0));
            }
            case "jsonpath" -> {
                given.exactly(2);
                yield JsonPath.find(Json.parse(given.text(0)), given.text(1));
            }
            default -> Sprig.call(name.substring("sprig.".length()), given);
        };
    }
}
