namespace Recommender.Training.Scheduling;

/// <summary>What runs say on standard error, a file a run at &lt;home&gt;/runs/&lt;pipeline&gt;/&lt;run_id&gt;.log; only the newest are kept.</summary>
sealed class RunNotes(string folder)
{
    /// <summary>How many files are kept.</summary>
    public const int Kept = 50;

    /// <summary>The file of a run.</summary>
    public string FileOf(string run) => Path.Combine(folder, $"{run}.log");

    /// <summary>The last line of a run that says something, without its "error: ".</summary>
    public string? LastWords(string run)
    {
        var line = File.ReadLines(FileOf(run)).LastOrDefault(line => !string.IsNullOrWhiteSpace(line))?.Trim();
        return line is not null && line.StartsWith("error: ", StringComparison.Ordinal) ? line["error: ".Length..] : line;
    }

    /// <summary>Gives a file the name that the run has chosen for itself, if it is one for a file.</summary>
    public void Rename(string run, string? chosen)
    {
        if (chosen is { Length: > 0 and <= 100 } && chosen[0] != '.' && chosen.AsSpan().IndexOfAny(Path.GetInvalidFileNameChars()) < 0)
            File.Move(FileOf(run), FileOf(chosen), overwrite: true);
    }

    /// <summary>Removes all but the newest.</summary>
    public void Prune()
    {
        foreach (var old in new DirectoryInfo(folder).EnumerateFiles("*.log").OrderByDescending(file => file.LastWriteTimeUtc).ThenByDescending(file => file.Name, StringComparer.Ordinal).Skip(Kept))
            old.Delete();
    }
}
