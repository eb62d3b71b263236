package io.github.stagerecorder.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.stagerecorder.settings.FrameRate;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(10)
class FrameRateTest {
    @ParameterizedTest
    @CsvSource({"30, 1", "60, 1", "30000, 1001", "24000, 1001", "1, 7", "7, 3", "1000000, 9223"})
    void shouldRoundTheExactTimeDownWhenAnyFrameIsAsked(int numerator, int denominator) {
        FrameRate rate = new FrameRate(numerator, denominator);
        for (long index : new long[] {0, 1, 2, 3, 29, 30, 999, 30_000, 1_234_567, 1_000_000_000}) {
            BigInteger exactNs = BigInteger.valueOf(index)
                    .multiply(BigInteger.valueOf(denominator))
                    .multiply(BigInteger.valueOf(1_000_000_000))
                    .divide(BigInteger.valueOf(numerator));
            assertEquals(exactNs, BigInteger.valueOf(rate.timeNs(index)));
        }
    }

    @Test
    void shouldBeInLowestTermsWhenGivenOtherwise() {
        assertEquals(new FrameRate(30, 1), new FrameRate(60_000, 2_000));
        assertEquals("30/1", new FrameRate(60_000, 2_000).toString());
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 0", "-30, 1", "30, -1"})
    void shouldBeRefusedByBothNumbersWhenOneIsNotPositive(int numerator, int denominator) {
        assertRefused(numerator, denominator);
    }

    @Test
    void shouldBeRefusedByBothNumbersWhenTimesWouldOverflow() {
        assertRefused(Integer.MAX_VALUE, Integer.MAX_VALUE - 1);
    }

    private static void assertRefused(int numerator, int denominator) {
        String message = assertThrows(IllegalArgumentException.class, () -> new FrameRate(numerator, denominator))
                .getMessage();
        assertTrue(message.contains(numerator + "/" + denominator), message);
    }

    @ParameterizedTest
    @CsvSource({"30000, 1001, 30", "24, 1, 24", "25, 2, 13", "1, 10, 1"})
    void shouldRoundToWholeFramesWhenASecondsWorthIsAsked(int numerator, int denominator, int frames) {
        assertEquals(frames, new FrameRate(numerator, denominator).framesPerSecond());
    }
}
