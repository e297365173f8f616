using System.Globalization;

namespace Recommender.Core.Store;

/// <summary>The folders of a model's versions: 0001, 0002 and so on. What has another name is no version.</summary>
static class VersionFolders
{
    const string Format = "D4";
    const int LongestName = 9;

    /// <summary>The numbers that are there, lowest first.</summary>
    public static IReadOnlyList<int> In(string model) => Directory.Exists(model) ? [.. Directory.EnumerateDirectories(model).Select(Number).OfType<int>().Order()] : [];

    public static string PathOf(string model, int version) => Path.Combine(model, version.ToString(Format, CultureInfo.InvariantCulture));

    static int? Number(string folder) => Path.GetFileName(folder) is { Length: <= LongestName } name && int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number > 0 && number.ToString(Format, CultureInfo.InvariantCulture) == name ? number : null;
}
