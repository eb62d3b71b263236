package io.github.stagerecorder.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(10)
class DecimalRateTest {
    @ParameterizedTest
    @CsvSource({
        "23.976, 24000, 1001",
        "23.98, 24000, 1001",
        "23.976023976, 24000, 1001",
        "29.97, 30000, 1001",
        "29.97002997, 30000, 1001",
        "47.952, 48000, 1001",
        "59.94, 60000, 1001",
        "119.88, 120000, 1001"
    })
    void shouldBeTheFractionThatFilmAndTelevisionMean(double fps, int numerator, int denominator) {
        assertEquals(new FrameRate(numerator, denominator), DecimalRate.parse(fps));
    }

    @ParameterizedTest
    @CsvSource({
        "24, 24, 1",
        "30, 30, 1",
        "120, 120, 1",
        "12.5, 25, 2",
        "24.975, 999, 40",
        "33.333333333, 100, 3",
        "0.5, 1, 2",
        "0.003333333333333333, 1, 300",
        "2.777777777777778E-4, 1, 3600",
        "0.1, 1, 10",
        "1000000, 1000000, 1"
    })
    void shouldBeTheSimplestFractionOtherwise(double fps, int numerator, int denominator) {
        assertEquals(new FrameRate(numerator, denominator), DecimalRate.parse(fps));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.0017, 0.7, 3.14159265, 29.5, 59.95, 60.001, 999.999, 123456.789})
    void shouldBeNearWhateverTheNumberIs(double fps) {
        FrameRate rate = DecimalRate.parse(fps);
        assertEquals(fps, (double) rate.numerator() / rate.denominator(), fps * 1e-6);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, 1e-4, 1e-300, Double.MIN_VALUE, 2e6, 1e300})
    void shouldBeRefusedWithTheNumberWhenItIsOutOfReach(double fps) {
        assertTrue(assertThrows(IllegalArgumentException.class, () -> DecimalRate.parse(fps))
                .getMessage()
                .startsWith("frame rate "));
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void shouldBeRefusedWhenItIsNoNumber(double fps) {
        assertThrows(IllegalArgumentException.class, () -> DecimalRate.parse(fps));
    }
}
