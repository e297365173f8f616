using System.Text;
using Recommender.Storage.Sources.Text;

namespace Recommender.Tests.Storage.Sources.Text;

/// <summary>A temporary folder of text files, and what the reader makes of them.</summary>
sealed class TextFiles : IDisposable
{
    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("recommender-text-");

    public string Folder => _folder.FullName;

    public string Write(string text, string name = "shop.csv") => Write(new UTF8Encoding(false).GetBytes(text), name);

    public string Write(byte[] bytes, string name = "shop.csv")
    {
        var path = Path.Combine(Folder, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    public ReadTable Read(string text, CsvOptions? options = null) => ReadTable.Of(Write(text), options ?? new());

    public ReadTable Read(byte[] bytes, CsvOptions? options = null) => ReadTable.Of(Write(bytes), options ?? new());

    public void Dispose() => _folder.Delete(recursive: true);
}
