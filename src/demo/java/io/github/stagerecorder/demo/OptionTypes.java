package io.github.stagerecorder.demo;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Parses option values that picocli cannot parse, or that it would reject without saying what is allowed. */
final class OptionTypes {
    private OptionTypes() {}

    static int wholeNumber(String text) {
        int number = text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
        if (number < 1) {
            throw new TypeConversionException("'" + text + "' is not a whole number from 1, such as 300");
        }
        return number;
    }

    static double decimal(String text) {
        double number = text.matches("\\d{1,9}(\\.\\d{1,9})?") ? Double.parseDouble(text) : 0;
        if (number <= 0) {
            throw new TypeConversionException("'" + text + "' is not a number above 0, such as 10 or 2.5");
        }
        return number;
    }

    /** Does not quote the address, which may hold a key. */
    static URI address(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw new TypeConversionException("it is no address: " + e.getReason() + " at place " + (e.getIndex() + 1));
        }
    }

    /** Returns a converter for the constants of an enum; OWN_THREAD is written own-thread. */
    static <E extends Enum<E>> ITypeConverter<E> wordFor(Class<E> type) {
        return text -> Arrays.stream(type.getEnumConstants())
                .filter(value -> word(value).equals(text))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("'" + text + "' is not " + words(type)));
    }

    private static String words(Class<? extends Enum<?>> type) {
        return Arrays.stream(type.getEnumConstants()).map(OptionTypes::word).collect(Collectors.joining(" or "));
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
