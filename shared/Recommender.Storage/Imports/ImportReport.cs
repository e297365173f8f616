namespace Recommender.Storage.Imports;

/// <summary>Tells whoever watches what an import is doing, and collects what its owner should know at the end.</summary>
sealed class ImportReport(IProgress<ImportProgress>? progress)
{
    readonly List<string> _warnings = [];

    public IReadOnlyList<string> Warnings => _warnings;

    public void Warn(string sentence) => _warnings.Add(sentence);

    public void Step(string step) => progress?.Report(new(step));

    public void Reading(string file, long rows, long bytes, long total) =>
        progress?.Report(new($"reading {file}", rows, total > 0 ? Math.Min(1, (double)bytes / total) : null));
}
