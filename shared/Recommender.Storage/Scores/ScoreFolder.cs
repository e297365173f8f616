using System.Diagnostics;
using System.Text.RegularExpressions;
using Recommender.Core;
using Recommender.Core.Store;

namespace Recommender.Storage.Scores;

/// <summary>
/// The right to write one folder of scores: one process at a time, held by the operating system. A part counts once scores.json names it;
/// everything else that a dead writer left is cleared on the way in.
/// </summary>
public sealed partial class ScoreFolder : IDisposable
{
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    readonly FileStream _held;

    ScoreFolder(string path, FileStream held) => (Path, _held, Manifest) = (path, held, ScoreManifest.Read(path));

    /// <summary>The absolute path.</summary>
    public string Path { get; }

    /// <summary>What stands in it; null while nothing was begun.</summary>
    public ScoreManifest? Manifest { get; private set; }

    /// <summary>Every folder of scores below <paramref name="root"/>, in the order of their paths; one that somebody has only begun to write too.</summary>
    public static IReadOnlyList<string> Below(string root) => Directory.Exists(root)
        ? [.. Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories).Where(file => System.IO.Path.GetFileName(file) is ScoreManifest.FileName or FileLock.FileName)
            .Select(file => System.IO.Path.GetDirectoryName(file)!).Distinct().Order(StringComparer.Ordinal)]
        : [];

    /// <summary>Opens the folder for writing, making it where it is new, and waits that long for another writer to end.</summary>
    public static ScoreFolder Open(string folder, TimeSpan wait, Action<string> says, CancellationToken cancellationToken)
    {
        var path = System.IO.Path.GetFullPath(folder);
        CheckThatItIsOurs(path);
        DurableFolder.Create(path);
        var held = Hold(path, wait, says, cancellationToken);
        try
        {
            var opened = new ScoreFolder(path, held);
            opened.Clear();
            return opened;
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    /// <summary>The path of a file in it.</summary>
    public string File(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>A hidden name for a part in the making.</summary>
    public string Hidden() => StagingName.Next(Path);

    /// <summary>Writes the manifest: what was asked for stands fast from here on.</summary>
    public void Begin(ScoreManifest manifest)
    {
        manifest.Write(Path);
        Manifest = manifest;
    }

    /// <summary>Makes a hidden file that part. The manifest comes last and makes both names durable.</summary>
    public void Add(string hidden, ScorePart part)
    {
        WriteFailure.Explain(Path, () =>
        {
            DurableFile.Flush(hidden);
            System.IO.File.Move(hidden, File(part.Name), overwrite: true);
        });
        Begin(Manifest!.With(part));
    }

    /// <summary>
    /// Puts a hidden file in the place of a part. The manifest comes first: broken off in between, the part that is not what it says is
    /// made again by whoever writes next.
    /// </summary>
    public void Replace(string hidden, ScorePart part)
    {
        Begin(Manifest!.With(part));
        Add(hidden, part);
    }

    /// <summary>Takes parts that are missing or not what was written out of the manifest, and says how many stay.</summary>
    public int KeepWhole(CancellationToken cancellationToken)
    {
        var parts = Manifest!.Parts;
        var isWhole = new bool[parts.Count];
        Parallel.For(0, parts.Count, new() { CancellationToken = cancellationToken }, at => isWhole[at] = IsWhole(parts[at], cancellationToken));
        if (isWhole.Contains(false)) Begin(Manifest with { Parts = [.. parts.Where((_, at) => isWhole[at])] });
        return Manifest.Parts.Count;
    }

    /// <summary>Lets the next writer in.</summary>
    public void Dispose() => _held.Dispose();

    internal static bool IsPart(string name) => PartName().IsMatch(name);

    bool IsWhole(ScorePart part, CancellationToken cancellationToken) =>
        new FileInfo(File(part.Name)) is { Exists: true } file && file.Length == part.Bytes && FileHash.Of(file.FullName, cancellationToken) == part.Sha256;

    void Clear() => WriteFailure.Explain(Path, () =>
    {
        foreach (var file in Directory.EnumerateFiles(Path).Where(file => StagingName.Is(file) || IsUnlisted(System.IO.Path.GetFileName(file))).ToArray()) System.IO.File.Delete(file);
    });

    bool IsUnlisted(string name) => IsPart(name) && Manifest?.Parts.Any(part => part.Name == name) != true;

    static void CheckThatItIsOurs(string path)
    {
        if (System.IO.File.Exists(path)) throw new UserErrorException($"{path} is a file; scores need a folder of their own. Name another folder with --out.");
        if (Directory.Exists(path) && !System.IO.File.Exists(System.IO.Path.Combine(path, ScoreManifest.FileName))
            && Directory.EnumerateFileSystemEntries(path).Any(entry => System.IO.Path.GetFileName(entry) != FileLock.FileName && !StagingName.Is(entry)))
            throw new UserErrorException($"{path} holds something that is no scores, and is left alone. Name another folder with --out.");
    }

    static FileStream Hold(string path, TimeSpan wait, Action<string> says, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        for (var isFirst = true; ; isFirst = false)
        {
            if (TryHold(path) is { } held) return held;

            if (Stopwatch.GetElapsedTime(started) >= wait)
                throw new UserErrorException($"Another process is writing the scores in {path}. Try again when it has ended, or name another folder with --out.");

            if (isFirst) says($"Another process is writing the scores in {path}; waiting.");
            cancellationToken.WaitHandle.WaitOne(Pause);
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    static FileStream? TryHold(string path) => WriteFailure.Explain(path, () => FileLock.TryTake(System.IO.Path.Combine(path, FileLock.FileName)));

    [GeneratedRegex(@"\Apart-[0-9]{5,10}\.parquet\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PartName();
}
