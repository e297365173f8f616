using System.Globalization;

namespace Recommender.Storage.Sources.Excel;

/// <summary>Writes a cell's value the same way whatever the workbook's country: ISO dates, shortest numbers, true and false.</summary>
static class CellText
{
    public static string Of(object? value) => value switch
    {
        null => "",
        string text => text,
        double number => Number(number),
        bool truth => truth ? "true" : "false",
        DateTime time => time.ToString(time.Ticks % TimeSpan.TicksPerSecond == 0 ? "yyyy-MM-ddTHH:mm:ss" : "yyyy-MM-ddTHH:mm:ss.fffffff", CultureInfo.InvariantCulture),
        TimeSpan span => span.ToString("c", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    // The shortest text that reads back the same, without an exponent where a decimal can do: a long article code stays a row of digits.
    static string Number(double number)
    {
        var text = number.ToString("R", CultureInfo.InvariantCulture);
        return text.Contains('E') && Math.Abs(number) is < 1e28 and > 1e-20
            ? decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture)
            : text;
    }
}
