package io.tiphys.verifier.cel;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkLibraryTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ip('2001:DB8:0:0::1') == ip('2001:db8::1')",
                "string(ip('2001:DB8::1')) == '2001:db8::1'",
                "isIP('10.0.0.1') && !isIP('10.0.0.256') && !isIP('010.0.0.1')",
                "!isIP('::ffff:1.2.3.4') && !isIP('fe80::1%eth0')",
                "ip.isCanonical('2001:db8::1') && !ip.isCanonical('2001:db8:0::1')",
                "ip('127.0.0.1').isLoopback() && ip('fe80::1').isLinkLocalUnicast()",
                "ip('8.8.8.8').isGlobalUnicast() && !ip('255.255.255.255').isGlobalUnicast()",
                "cidr('10.0.0.0/8').containsIP('10.1.2.3') && !cidr('10.0.0.0/8').containsIP(ip('11.0.0.1'))",
                "!cidr('0.0.0.0/0').containsIP('::1')",
                "cidr('10.0.0.0/8').containsCIDR('10.1.0.0/16') && !cidr('10.0.0.0/8').containsCIDR('0.0.0.0/0')",
                "string(cidr('10.0.0.1/8').masked()) == '10.0.0.0/8' && cidr('10.0.0.1/8').ip().family() == 4",
                "!isCIDR('10.0.0.0/33') && !isCIDR('10.0.0.0/08') && !isCIDR('10.0.0.0')"
            })
    void holds(String expression) {
        Expressions.isTrue(expression);
    }

    @Test
    void noAddressFails() {
        Expressions.fails("ip('fe80::1%eth0')", "IP address \"fe80::1%eth0\" with zone value is not allowed");
    }

    @Test
    void olderServersRefuseIt() {
        Expressions.isRefused("isIP('::1')", 30);
    }
}
