using System.Diagnostics;
using System.Globalization;
using Recommender.Core;

namespace Recommender.Storage.Generation;

/// <summary>
/// The folder a demo shop goes to. Files are written in a hidden folder beside it, which takes its name when all is done;
/// disposed before that, it leaves nothing.
/// </summary>
sealed class OutputFolder : IDisposable
{
    public const string Mark = "truth.json";

    static int _opened;

    readonly string _target;
    readonly string _staging;
    readonly Dictionary<string, FileStream> _files = [];

    public OutputFolder(string folder, bool overwrite)
    {
        _target = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        Refuse(overwrite);

        ClearLeftovers();
        var number = Interlocked.Increment(ref _opened).ToString(CultureInfo.InvariantCulture);
        _staging = Path.Combine(Parent, $"{HiddenName}{Environment.ProcessId}-{number}");
        Directory.CreateDirectory(_staging);
    }

    public string Target => _target;

    string Parent => Path.GetDirectoryName(_target)!;

    string HiddenName => $".{Path.GetFileName(_target)}.staging-";

    public long Bytes => _files.Values.Sum(file => file.Length);

    public IReadOnlyList<string> Files => [.. _files.Keys];

    public FileStream Create(string name) =>
        _files[name] = new FileStream(Path.Combine(_staging, name), FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0);

    /// <summary>Gives the finished folder its name; what was there before goes.</summary>
    public void Publish()
    {
        foreach (var file in _files.Values) file.Dispose();

        var old = _staging + "-old";
        if (Directory.Exists(_target)) Directory.Move(_target, old);
        Directory.Move(_staging, _target);
        if (Directory.Exists(old)) Directory.Delete(old, recursive: true);
    }

    public void Dispose()
    {
        foreach (var file in _files.Values) file.Dispose();
        if (Directory.Exists(_staging)) Directory.Delete(_staging, recursive: true);
    }

    /// <summary>Removes what a run that was killed has left here.</summary>
    void ClearLeftovers()
    {
        if (!Directory.Exists(Parent)) return;

        foreach (var folder in Directory.EnumerateDirectories(Parent, HiddenName + "*"))
            if (int.TryParse(Path.GetFileName(folder)[HiddenName.Length..].Split('-')[0], out var process) && !IsRunning(process))
                Directory.Delete(folder, recursive: true);
    }

    static bool IsRunning(int processId)
    {
        try
        {
            using var process = Process.GetProcessById(processId);
            return !process.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    void Refuse(bool overwrite)
    {
        if (File.Exists(_target))
            throw new UserErrorException($"'{_target}' is a file: a demo shop is written to a folder; name another one.");
        if (!Directory.Exists(_target) || !Directory.EnumerateFileSystemEntries(_target).Any()) return;

        if (!File.Exists(Path.Combine(_target, Mark)))
            throw new UserErrorException($"Folder '{_target}' is not empty and holds no demo shop: nothing of yours is overwritten; name a new folder.");
        if (!overwrite)
            throw new UserErrorException($"Folder '{_target}' holds an earlier demo shop: it is kept unless you ask otherwise; add --overwrite or name a new folder.");
    }
}
