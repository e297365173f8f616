using System.Globalization;
using System.Text.RegularExpressions;
using Recommender.Tests.Storage;
using Recommender.Training.Views.Pages;
using Xunit;

namespace Recommender.Tests.Training.Pages;

public sealed partial class ContrastTests : IDisposable
{
    const double Least = 4.5;   // WCAG 2.2, success criterion 1.4.3

    readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Every_colour_of_letters_can_be_read_on_both_grounds_by_day_and_by_night()
    {
        var path = _folder.File("page.html");
        Page.Write(path, "Colours", Html.Empty);

        var schemes = Scheme().Matches(File.ReadAllText(path));

        Assert.Equal(2, schemes.Count);
        foreach (Match scheme in schemes)
        {
            var colours = Colour().Matches(scheme.Value).ToDictionary(match => match.Groups["name"].Value, match => match.Groups["value"].Value, StringComparer.Ordinal);
            foreach (var letters in new[] { "ink", "soft", "mark", "above", "below" })
            {
                foreach (var ground in new[] { "paper", "panel" }) Assert.True(Contrast(colours[letters], colours[ground]) >= Least, $"{letters} on {ground} in {scheme.Value}");
            }
        }
    }

    static double Contrast(string first, string second)
    {
        var (a, b) = (Luminance(first), Luminance(second));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    static double Luminance(string colour)
    {
        double[] parts = [.. new[] { 0, 2, 4 }.Select(at => int.Parse(colour.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0).Select(part => part <= 0.04045 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4))];
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
    }

    [GeneratedRegex(@"--paper: #[0-9a-f]{6};[^}]+", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Scheme();

    [GeneratedRegex(@"--(?<name>[a-z]+): #(?<value>[0-9a-f]{6})", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Colour();
}
