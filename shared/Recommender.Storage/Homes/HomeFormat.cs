using System.Text.Json;
using Recommender.Core;
using Recommender.Core.Store;

namespace Recommender.Storage.Homes;

/// <summary>The format of everything under a home folder, named in home.json; a newer one than this version knows is refused.</summary>
public static class HomeFormat
{
    /// <summary>What this version reads and writes.</summary>
    public const int Current = 1;

    internal const string FileName = "home.json";

    /// <summary>Refuses a home folder written by a newer version; a folder without home.json is a new home.</summary>
    internal static void Check(string home)
    {
        var path = Path.Combine(home, FileName);
        if (!File.Exists(path)) return;

        Check(Read(path), path);
    }

    /// <summary>Refuses <paramref name="format"/> when this version does not know it; <paramref name="where"/> names who says so.</summary>
    internal static void Check(int format, string where)
    {
        if (format is >= 1 and <= Current) return;

        throw new UserErrorException(format > Current
            ? $"{where} has format {format}; this version reads formats 1 to {Current}. Use the version that wrote it, or a newer one."
            : $"{where} has format {format}; formats are 1 to {Current}. Put back the file from a backup.");
    }

    /// <summary>Marks a new home with the current format.</summary>
    internal static void Mark(string home)
    {
        var path = Path.Combine(home, FileName);
        if (!File.Exists(path))
            DurableFile.Write(path, JsonSerializer.Serialize(new HomeDocument(Current), HomeJson.Default.HomeDocument) + "\n");
    }

    static int Read(string path)
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllText(path), HomeJson.Default.HomeDocument)?.Format ?? 0;
        }
        catch (JsonException broken)
        {
            throw new UserErrorException($"{path} is not readable: it should be {{\"format\":{Current}}}. Write that, or put back the file from a backup.", broken);
        }
    }
}
