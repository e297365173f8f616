using System.Globalization;
using System.Text.RegularExpressions;
using Recommender.Core;

namespace Recommender.Storage.Imports;

/// <summary>What an import may use of the machine.</summary>
/// <param name="Threads">Threads that DuckDB works with.</param>
/// <param name="Memory">DuckDB's memory limit, such as <c>1GB</c>; past it work spills to disk.</param>
public sealed partial record Resources(int Threads, string Memory)
{
    const int MostThreads = 256;

    /// <summary>All processors, one gigabyte.</summary>
    public static Resources Default => new(Environment.ProcessorCount, "1GB");

    /// <summary>Checks what a person asked for.</summary>
    public static Resources Of(int? threads, string? memory)
    {
        if (threads is < 1 or > MostThreads)
            throw new UserErrorException($"{threads} threads are out of range: give 1 to {MostThreads}, best the number of processors ({Environment.ProcessorCount}).");
        if (memory is not null && !IsSize(memory))
            throw new UserErrorException($"'{memory}' is no amount of memory: give at least 256MB, as in 800MB or 2GB.");
        return new(threads ?? Default.Threads, memory ?? Default.Memory);
    }

    static bool IsSize(string text) =>
        Size().Match(text) is { Success: true } match
        && double.Parse(match.Groups["amount"].Value, CultureInfo.InvariantCulture) * (match.Groups["unit"].Value.ToUpperInvariant() switch { "MB" => 1, "GB" => 1000, _ => 1_000_000 }) >= 256;

    [GeneratedRegex(@"^(?<amount>\d{1,6}(\.\d{1,3})?)\s?(?<unit>MB|GB|TB)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Size();
}
