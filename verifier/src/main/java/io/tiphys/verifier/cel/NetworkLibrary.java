package io.tiphys.verifier.cel;

import static dev.cel.common.types.SimpleType.BOOL;
import static dev.cel.common.types.SimpleType.INT;
import static dev.cel.common.types.SimpleType.STRING;
import static io.tiphys.verifier.cel.Types.CIDR;
import static io.tiphys.verifier.cel.Types.IP;

import com.google.errorprone.annotations.Immutable;
import dev.cel.common.types.CelType;
import java.net.InetAddress;
import java.util.List;
import java.util.function.Consumer;

/** IP addresses and their ranges: {@code cidr('10.0.0.0/8').containsIP('10.1.2.3')}. */
final class NetworkLibrary extends CelLibrary {
    /** What some addresses are. */
    @Immutable
    private interface Kind {
        boolean includes(InetAddress address);
    }

    NetworkLibrary() {
        super(List.of(
                new CelFunction("ip", NetworkLibrary::ip).global(IP, STRING).member(IP, CIDR),
                new CelFunction("isIP", args -> parses(Ip::parse, "isIP", args)).global(BOOL, STRING),
                new CelFunction("ip.isCanonical", args -> Ip.parse(text("ip.isCanonical", args))
                                .toString()
                                .equals(args[0]))
                        .global(BOOL, STRING),
                new CelFunction("family", args -> ip("family", args).family()).member(INT, IP),
                kind("isUnspecified", InetAddress::isAnyLocalAddress),
                kind("isLoopback", InetAddress::isLoopbackAddress),
                kind("isLinkLocalMulticast", InetAddress::isMCLinkLocal),
                kind("isLinkLocalUnicast", InetAddress::isLinkLocalAddress),
                new CelFunction("isGlobalUnicast", args -> ip("isGlobalUnicast", args)
                                .isGlobalUnicast())
                        .member(BOOL, IP),
                new CelFunction("cidr", args -> Cidr.parse(text("cidr", args))).global(CIDR, STRING),
                new CelFunction("isCIDR", args -> parses(Cidr::parse, "isCIDR", args)).global(BOOL, STRING),
                new CelFunction("masked", args -> cidr("masked", args).masked()).member(CIDR, CIDR),
                new CelFunction("prefixLength", args -> cidr("prefixLength", args)
                                .prefixLength())
                        .member(INT, CIDR),
                new CelFunction("containsIP", NetworkLibrary::containsIp)
                        .member(BOOL, CIDR, IP)
                        .member(BOOL, CIDR, STRING),
                new CelFunction("containsCIDR", NetworkLibrary::containsCidr)
                        .member(BOOL, CIDR, CIDR)
                        .member(BOOL, CIDR, STRING)));
    }

    @Override
    List<CelType> types() {
        return List.of(IP, CIDR);
    }

    private static CelFunction kind(String name, Kind kind) {
        return new CelFunction(name, args -> kind.includes(ip(name, args).address())).member(BOOL, IP);
    }

    private static Object ip(Object[] args) {
        return args[0] instanceof Cidr cidr ? cidr.ip() : Ip.parse(text("ip", args));
    }

    private static boolean parses(Consumer<String> parser, String function, Object... args) {
        String text = text(function, args);
        try {
            parser.accept(text);
            return true;
        } catch (CelFailure e) {
            return false;
        }
    }

    private static Object containsIp(Object[] args) {
        Cidr range = cidr("containsIP", args);
        if (args[1] instanceof Ip ip) {
            return range.contains(ip);
        }
        if (args[1] instanceof String text) {
            return range.contains(Ip.parse(text));
        }
        throw CelFailure.noSuchOverload("containsIP", args);
    }

    private static Object containsCidr(Object[] args) {
        Cidr range = cidr("containsCIDR", args);
        if (args[1] instanceof Cidr cidr) {
            return range.contains(cidr);
        }
        if (args[1] instanceof String text) {
            return range.contains(Cidr.parse(text));
        }
        throw CelFailure.noSuchOverload("containsCIDR", args);
    }

    private static String text(String function, Object... args) {
        if (args[0] instanceof String text) {
            return text;
        }
        throw CelFailure.noSuchOverload(function, args);
    }

    private static Ip ip(String function, Object... args) {
        if (args[0] instanceof Ip ip) {
            return ip;
        }
        throw CelFailure.noSuchOverload(function, args);
    }

    private static Cidr cidr(String function, Object... args) {
        if (args[0] instanceof Cidr cidr) {
            return cidr;
        }
        throw CelFailure.noSuchOverload(function, args);
    }
}
