namespace Recommender.Training.Pipelines.Steps;

/// <summary>The steps that earlier runs of a pipeline left, as a plan looks at them.</summary>
sealed class FormerSteps
{
    readonly Dictionary<string, StepFolder> _byKey;

    FormerSteps(Dictionary<string, StepFolder> byKey)
    {
        _byKey = byKey;
        Seconds = _byKey.Values.GroupBy(step => step.Name, StringComparer.Ordinal).ToDictionary(same => same.Key, same => same.Max(step => step.Seconds), StringComparer.Ordinal);
    }

    /// <summary>How long each step took, by its name.</summary>
    public IReadOnlyDictionary<string, double> Seconds { get; }

    /// <summary>Reads them all.</summary>
    public static FormerSteps Read(RunSetting setting, CancellationToken cancellationToken)
    {
        var folder = setting.Steps;
        var found = Directory.Exists(folder) ? Directory.EnumerateDirectories(folder).Select(path => StepFolder.Read(path, cancellationToken)).OfType<StepFolder>() : [];
        return new(found.ToDictionary(step => Path.GetFileName(step.Path), StringComparer.Ordinal));
    }

    /// <summary>What a step made, or null.</summary>
    public StepFolder? Find(StepKey key) => _byKey.GetValueOrDefault(key.Text);

    /// <summary>Whether a step was done.</summary>
    public bool Has(StepKey key) => _byKey.ContainsKey(key.Text);
}
