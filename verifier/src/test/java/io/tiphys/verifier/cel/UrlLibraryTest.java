package io.tiphys.verifier.cel;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UrlLibraryTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "url('https://example.org:80/').getHost() == 'example.org:80'",
                "url('https://[::1]:80/').getHostname() == '::1' && url('https://[::1]:80/').getPort() == '80'",
                "url('HTTPS://user:pw@h/').getScheme() == 'https' && url('https://user:pw@h/').getHost() == 'h'",
                "url('https://h/a%20b/ü').getEscapedPath() == '/a%20b/%C3%BC'",
                "url('https://h/?k=1&k=a+b&z=&x=%zz').getQuery() == {'k': ['1', 'a b'], 'z': ['']}",
                "url('https://h').getEscapedPath() == ''",
                "url('http://A/b') != url('http://a/b')",
                "isURL('mailto:a@b') && isURL('/path') && !isURL('path') && !isURL('../path') && !isURL('')",
                "!isURL('http://a b/') && !isURL('http://[::1') && !isURL('http://h/%zz')"
            })
    void holds(String expression) {
        Expressions.isTrue(expression);
    }

    @Test
    void noUrlFails() {
        Expressions.fails(
                "url('https://h:abc/')",
                "URL parse error during conversion from string: parse \"https://h:abc/\": invalid port \":abc\" after host");
    }
}
