using System.IO.Compression;
using System.Text;
using DuckDB.NET.Data;

namespace Recommender.EndToEnd.Data;

/// <summary>Looks for a text in everything a folder holds: Parquet is decoded column by column, since compressed files hide from a plain search.</summary>
static class HeldText
{
    /// <summary>The places that hold it: files, and columns of Parquet files.</summary>
    public static string[] Find(string folder, string text) =>
        [.. FolderContent.Names(folder).Where(name => name.Contains(text, StringComparison.Ordinal)),
         .. FolderContent.Names(folder).Where(name => File.Exists(Path.Combine(folder, name))).SelectMany(name => FindIn(folder, name, text))];

    static IEnumerable<string> FindIn(string folder, string name, string text)
    {
        var path = Path.Combine(folder, name);
        return Path.GetExtension(name) switch
        {
            ".parquet" => Columns(path, text).Select(column => $"{name}: {column}"),
            ".gz" => Contains(Unpack(path), text) ? [name] : [],
            _ => Contains(File.ReadAllBytes(path), text) ? [name] : [],
        };
    }

    static List<string> Columns(string path, string text)
    {
        using var connection = new DuckDBConnection("Data Source=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT * FROM read_parquet($path)";
        command.Parameters.Add(new DuckDBParameter("path", path));
        using var reader = command.ExecuteReader();
        var found = new HashSet<string>();
        while (reader.Read())
        {
            for (var column = 0; column < reader.FieldCount; column++)
            {
                if ($"{reader.GetValue(column)}".Contains(text, StringComparison.Ordinal)) found.Add(reader.GetName(column));
            }
        }
        return [.. found.Order(StringComparer.Ordinal)];
    }

    static bool Contains(byte[] bytes, string text) => bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0;

    static byte[] Unpack(string path)
    {
        using var file = File.OpenRead(path);
        using var gzip = new GZipStream(file, CompressionMode.Decompress);
        using var unpacked = new MemoryStream();
        gzip.CopyTo(unpacked);
        return unpacked.ToArray();
    }
}
