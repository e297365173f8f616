using System.Runtime.Versioning;
using Recommender.Deploy;
using Recommender.EndToEnd.Data;

namespace Recommender.EndToEnd.Deploy;

/// <summary>
/// What deploy/Dockerfile makes, without an engine: each stage is a folder, and its COPY and RUN lines are done there as they stand, from a
/// fresh clone. The folder of the last stage is what the image would hold.
/// </summary>
[UnsupportedOSPlatform("windows")]
sealed class BuiltImage : IDisposable
{
    readonly TemporaryHome _place = new();
    readonly Dockerfile _file;

    BuiltImage(FreshClone context) => _file = Dockerfile.Read(Path.Combine(context.Folder, "deploy", "Dockerfile"));

    /// <summary>The stage that runs.</summary>
    public DockerStage Final => _file.Stages[^1];

    public static async Task<BuiltImage> MakeAsync()
    {
        using var context = new FreshClone();
        var image = new BuiltImage(context);
        foreach (var stage in image._file.Stages) await image.MakeAsync(stage, context.Folder);
        return image;
    }

    /// <summary>Where a path of the image lies on this machine.</summary>
    public string Here(string path) => Here(Final, path);

    public void Dispose()
    {
        foreach (var path in Directory.EnumerateDirectories(_place.Folder, "*", SearchOption.AllDirectories)) SetMode(path, writable: true);
        _place.Dispose();
    }

    /// <summary>Takes the right to write away from everybody, below a path of the image.</summary>
    public void Lock(string path)
    {
        foreach (var entry in Directory.EnumerateFileSystemEntries(Here(path), "*", SearchOption.AllDirectories).Append(Here(path)).ToArray()) SetMode(entry, writable: false);
    }

    /// <summary>Lets other users through to the image.</summary>
    public void Open() => File.SetUnixFileMode(_place.Folder, (UnixFileMode)Convert.ToInt32("755", 8));

    async Task MakeAsync(DockerStage stage, string context)
    {
        var folder = Directory.CreateDirectory(Here(stage, "/")).FullName;
        foreach (var (name, text) in stage.Instructions)
        {
            if (name == "WORKDIR") folder = Directory.CreateDirectory(Here(stage, text)).FullName;
            else if (name == "COPY") Copy(stage, DockerStage.Copy(text), (folder, context));
            else if (name == "RUN") await RunAsync(folder, text);
        }
    }

    void Copy(DockerStage stage, (string From, string[] Sources, string Target) copy, (string Working, string Context) folders)
    {
        var target = copy.Target.StartsWith('/') ? Here(stage, copy.Target) : Path.Combine(folders.Working, copy.Target);
        foreach (var source in copy.Sources)
        {
            var from = copy.From.Length == 0 ? Path.Combine(folders.Context, source) : Here(_file.Stages.Single(other => other.Name == copy.From), source);
            if (Directory.Exists(from)) FolderContent.Copy(from, target);
            else File.Copy(from, Path.Combine(target, Path.GetFileName(from)));
        }
    }

    static async Task RunAsync(string folder, string command) =>
        (await new Launch { Program = "bash", Folder = folder, Environment = new Dictionary<string, string> { ["COMMIT"] = "0123abc" } }.RunAsync("-euc", command)).Ends(0);

    string Here(DockerStage stage, string path) => Path.TrimEndingDirectorySeparator(_place.Path($"{(stage.Name.Length == 0 ? "final" : stage.Name)}{path}"));

    static void SetMode(string path, bool writable)
    {
        const UnixFileMode All = UnixFileMode.UserWrite | UnixFileMode.GroupWrite | UnixFileMode.OtherWrite;
        var mode = File.GetUnixFileMode(path);
        File.SetUnixFileMode(path, writable ? mode | UnixFileMode.UserWrite : mode & ~All);
    }
}
