package io.tiphys.verifier.kubernetes;

import com.google.common.net.InetAddresses;
import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Addresses and networks as old fields of the API take them: an IPv4 address may have leading zeros. */
final class Addresses {
    private static final Pattern CHARACTERS = Pattern.compile("[0-9a-fA-F:.]{1,64}");
    private static final Pattern ZEROS = Pattern.compile("(?<![0-9a-fA-F:])0+(?=[0-9])");
    private static final Pattern NETWORK = Pattern.compile("([^/]*)/([0-9]{1,3})");

    private Addresses() {}

    static boolean isAddress(String text) {
        return plain(text).isPresent();
    }

    static boolean isV6(String text) {
        return text.contains(":");
    }

    static boolean isNetwork(String text) {
        return network(text).isPresent();
    }

    /** An address in six or four parts without leading zeros. */
    private static Optional<String> plain(String text) {
        if (!CHARACTERS.matcher(text).matches()) {
            return Optional.empty();
        }
        String plain = ZEROS.matcher(text).replaceAll("");
        return InetAddresses.isInetAddress(plain) ? Optional.of(plain) : Optional.empty();
    }

    /** The bits of an address, 16 bytes where it has a colon. */
    static Optional<BigInteger> bits(String text) {
        return plain(text)
                .map(plain -> new BigInteger(1, InetAddresses.forString(plain).getAddress()));
    }

    private record Network(BigInteger bits, int length, int width) {
        BigInteger prefix(int of) {
            return bits.shiftRight(width - of);
        }
    }

    private static Optional<Network> network(String text) {
        Matcher parts = NETWORK.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        int width = isV6(parts.group(1)) ? 128 : 32;
        int length = Integer.parseInt(parts.group(2));
        return length > width ? Optional.empty() : bits(parts.group(1)).map(bits -> new Network(bits, length, width));
    }

    /** Whether the second network is a part of the first, and smaller. */
    static boolean isPart(String whole, String part) {
        Optional<Network> outer = network(whole);
        Optional<Network> inner = network(part);
        return outer.isPresent()
                && inner.isPresent()
                && outer.get().width() == inner.get().width()
                && outer.get().length() < inner.get().length()
                && outer.get()
                        .prefix(outer.get().length())
                        .equals(inner.get().prefix(outer.get().length()));
    }

    /** What keeps an address from being that of an endpoint; empty where nothing does. */
    static String special(String text) {
        BigInteger bits = bits(text).orElse(BigInteger.ZERO);
        if (bits.signum() == 0) {
            return "stands for no address";
        }
        boolean wide = isV6(text);
        boolean loop = wide ? bits.equals(BigInteger.ONE) : starts(text, "127.0.0.0/8");
        boolean link = starts(text, wide ? "fe80::/10" : "169.254.0.0/16");
        boolean multicast = starts(text, wide ? "ff02::/16" : "224.0.0.0/24");
        return loop
                ? "is a loopback address"
                : link ? "is link-local" : multicast ? "is for multicast on the link" : "";
    }

    private static boolean starts(String text, String network) {
        return isPart(network, text + (isV6(text) ? "/128" : "/32"));
    }
}
