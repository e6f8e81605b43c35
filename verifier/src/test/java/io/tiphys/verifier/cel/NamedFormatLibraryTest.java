package io.tiphys.verifier.cel;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamedFormatLibraryTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "!format.dns1123Label().validate('abc').hasValue()",
                "format.dns1123Label().validate('a.b').value() == ['must not contain dots']",
                "format.named('dns1123Label').value().validate('Abc').hasValue() && !format.named('nope').hasValue()",
                "!format.dns1123LabelPrefix().validate('abc-').hasValue() && format.dns1123Label().validate('abc-').hasValue()",
                "!format.qualifiedName().validate('a/b').hasValue() && format.qualifiedName().validate('a/b/c').hasValue()",
                "format.qualifiedName().validate('/b').value() == ['prefix part must be non-empty']",
                "!format.labelValue().validate('').hasValue() && format.labelValue().validate('-').hasValue()",
                "format.dns1035Label().validate('1a').hasValue() && format.dns1123Subdomain().validate('a..b').hasValue()",
                "!format.byte().validate('aGVsbG8=').hasValue() && format.byte().validate('aGVsbG8').hasValue()",
                "!format.date().validate('2024-02-29').hasValue() && format.date().validate('2023-02-29').hasValue()",
                "!format.datetime().validate('2024-01-01T00:00:00Z').hasValue() && format.datetime().validate('noon').hasValue()",
                "format.uri().validate('a b').value()[0].startsWith('parse ') && format.uuid().validate('123').hasValue()"
            })
    void holds(String expression) {
        Expressions.isTrue(expression);
    }

    @Test
    void whatIsNoTextFails() {
        Expressions.fails("format.uuid().validate(dyn(1))", "no such overload: validate(kubernetes.NamedFormat, int)");
    }

    @Test
    void olderServersRefuseIt() {
        Expressions.isRefused("format.uuid()", 31);
    }
}
