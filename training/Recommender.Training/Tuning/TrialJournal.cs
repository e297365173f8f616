using System.Globalization;
using System.Text.Json;
using Recommender.Core.Store;
using Recommender.Training.Trainers;

namespace Recommender.Training.Tuning;

/// <summary>The trials of a search that are done, a line each, so that a search that was ended goes on where it was. Without a file it remembers nothing.</summary>
sealed class TrialJournal
{
    readonly string? _path;
    readonly OrderedDictionary<string, TuningTrial> _trials = [];

    TrialJournal(string? path) => _path = path;

    /// <summary>A journal that is not kept.</summary>
    public static TrialJournal None { get; } = new(path: null);

    /// <summary>The journal in a file; lines that cannot be read are trials to be done again.</summary>
    public static TrialJournal Open(string path)
    {
        var journal = new TrialJournal(path);
        foreach (var line in DurableLines.Read(path))
        {
            if (Read(line) is { } trial) journal._trials[KeyOf(trial.Spec, trial.Share)] = trial;
        }
        return journal;
    }

    /// <summary>All of them, in the order in which they were made.</summary>
    public IReadOnlyCollection<TuningTrial> Trials => _trials.Values;

    /// <summary>Trials that were found here and so not made again.</summary>
    public int TakenOver { get; private set; }

    /// <summary>What came of a trial, or null when it was not made yet.</summary>
    public TuningTrial? Find(TrainerSpec spec, double share)
    {
        if (_path is null || !_trials.TryGetValue(KeyOf(spec, share), out var known)) return null;

        TakenOver++;
        return known;
    }

    /// <summary>Keeps a trial.</summary>
    public void Add(TuningTrial trial)
    {
        if (_path is null) return;

        var line = new TrialLine { Trainer = trial.Spec.ToString(), Share = trial.Share, Seconds = trial.Seconds, Value = trial.Score.Value, Low = trial.Score.Low, High = trial.Score.High };
        DurableLines.Append(_path, JsonSerializer.Serialize(line, TrialJson.Default.TrialLine));
        _trials[KeyOf(trial.Spec, trial.Share)] = trial;
    }

    static TuningTrial? Read(string line)
    {
        try
        {
            return JsonSerializer.Deserialize(line, TrialJson.Default.TrialLine) is { } trial
                ? new(TrainerSpec.Parse(trial.Trainer), new(trial.Value, trial.Low, trial.High), trial.Seconds, trial.Share)
                : null;
        }
        catch (Exception unread) when (unread is JsonException or Core.UserErrorException)
        {
            return null;
        }
    }

    static string KeyOf(TrainerSpec spec, double share) => string.Create(CultureInfo.InvariantCulture, $"{share} {spec}");
}
