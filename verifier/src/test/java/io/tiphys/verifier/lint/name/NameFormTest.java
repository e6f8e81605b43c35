package io.tiphys.verifier.lint.name;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameFormTest {

    @ParameterizedTest
    @CsvSource({
        "DNS_LABEL,a-1",
        "DNS_1035_LABEL,a-1",
        "DNS_SUBDOMAIN,1.a-b.c",
        "GENERATE_NAME,abc-",
        "LABEL_KEY,example.com/A_b",
        "LABEL_VALUE,''",
        "ANNOTATION_KEY,Example.com/x",
        "ENV_VAR,_A.b-1",
        "RELAXED_ENV_VAR,a b",
        "CONFIG_MAP_KEY,.dockerconfig",
        "PORT_NAME,http-1",
        "C_IDENTIFIER,_a1",
        "ARGO_NAME,A-",
        "ARGO_PARAMETER,-_a",
        "PARAMETER_REFERENCE,x {{inputs.parameters.a_b}}",
        "IP,10.0.0.1",
        "IP,2001:db8::1",
        "IP,1:2:3:4:5:6:7:8"
    })
    void takes(NameForm form, String text) {
        assertThat(form.problem(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "DNS_LABEL,a.b,1",
        "DNS_1035_LABEL,1a,0",
        "DNS_SUBDOMAIN,a..b,2",
        "DNS_SUBDOMAIN,a.B,2",
        "GENERATE_NAME,AB-,0",
        "LABEL_KEY,a/b/c,3",
        "LABEL_KEY,Example.com/x,0",
        "LABEL_KEY,x/,2",
        "LABEL_VALUE,a-,1",
        "ENV_VAR,1a,0",
        "ENV_VAR,..,0",
        "RELAXED_ENV_VAR,a=b,1",
        "CONFIG_MAP_KEY,a b,1",
        "PORT_NAME,a--b,1",
        "PORT_NAME,123,0",
        "PORT_NAME,abcdefghijklmnop,15",
        "C_IDENTIFIER,a-b,1",
        "ARGO_NAME,-a,0",
        "ARGO_PARAMETER,a.b,1",
        "PARAMETER_REFERENCE,{{a b}},0",
        "IP,01.2.3.4,0",
        "IP,::ffff:1.2.3.4,0",
        "IP,1:2:3:4:5:6:7,0"
    })
    void saysWhere(NameForm form, String text, int offset) {
        assertThat(form.problem(text)).hasValueSatisfying(problem -> {
            assertThat(problem.offset()).isEqualTo(offset);
            assertThat(problem.message()).startsWith("expected ");
        });
    }
}
