namespace Recommender.Engine.Pool.Trials;

/// <summary>One side of a trial: the versions of a slot, tallied one after the other.</summary>
sealed class TrialArm(Trial trial, Slot slot, bool isCandidate)
{
    Tally _tally = new(slot.Live?.Version ?? 0);

    public Trial Trial => trial;

    public Slot Slot => slot;

    public bool IsCandidate => isCandidate;

    /// <summary>What the present version did.</summary>
    public TallyFigures Figures => Volatile.Read(ref _tally).Figures();

    /// <summary>Adds an answer, unless its version is no longer the one that is tallied.</summary>
    public void Report(int version, TimeSpan took, bool hasFailed)
    {
        var tally = Volatile.Read(ref _tally);
        if (tally.Version == version) tally.Add(took, hasFailed);
    }

    /// <summary>Whether another version went live than the one that is tallied.</summary>
    public bool HasMoved => slot.Live is { } live && live.Version != Volatile.Read(ref _tally).Version;

    /// <summary>Begins to count anew.</summary>
    public void Restart() => Volatile.Write(ref _tally, new(slot.Live?.Version ?? 0));
}
