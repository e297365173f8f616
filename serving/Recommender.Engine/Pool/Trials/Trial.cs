using System.Threading.Channels;

namespace Recommender.Engine.Pool.Trials;

/// <summary>
/// A candidate on the traffic of the live version: it answers a share of visitors, or is asked beside the answers as a shadow. It is stopped
/// when it is clearly worse; the candidate's next version begins anew.
/// </summary>
sealed class Trial : IAsyncDisposable
{
    readonly Surroundings _around;
    readonly Channel<ShadowQuestion> _questions;
    readonly Task _asking;
    string? _stopped;
    long _leftOut;
    long _compared;
    double _overlaps;

    public Trial(WatchedModel model, (Slot Live, Slot Candidate) slots, TrialOptions options, Surroundings around)
    {
        (Model, Options, _around) = (model, options, around);
        (Production, Candidate) = (new(this, slots.Live, isCandidate: false), new(this, slots.Candidate, isCandidate: true));
        slots.Live.IsOnTrial = slots.Candidate.IsOnTrial = true;
        _questions = Channel.CreateBounded<ShadowQuestion>(new BoundedChannelOptions(options.Queue) { SingleReader = true });
        _asking = AskAll();
    }

    public WatchedModel Model { get; }

    public TrialOptions Options { get; }

    public TrialArm Production { get; }

    public TrialArm Candidate { get; }

    /// <summary>Whether the candidate is worse and was stopped.</summary>
    public bool IsStopped => Volatile.Read(ref _stopped) is not null;

    /// <summary>Whether a visitor takes part now.</summary>
    public bool Includes(string? visitor) => visitor is not null && !IsStopped && StableShare.Holds(visitor, Options.Salt, Options.Share);

    /// <summary>Asks the candidate later, where it is not behind.</summary>
    public void Offer(ShadowQuestion question)
    {
        if (IsStopped || _questions.Writer.TryWrite(question)) return;

        Interlocked.Increment(ref _leftOut);
        _around.Reports.ShadowLeftOut(Model);
    }

    /// <summary>Counts anew for new versions, and stops a candidate that is clearly worse.</summary>
    public void Look()
    {
        if (Candidate.HasMoved) Restart(isNewCandidate: true);
        if (Production.HasMoved) Restart(isNewCandidate: false);
        if (IsStopped || Verdict.Against(Candidate.Figures, Production.Figures, Options) is not { } sentence) return;

        Volatile.Write(ref _stopped, sentence);
        _around.Reports.TrialStopped(Model, sentence);
    }

    public TrialStatus Status() => new()
    {
        Tenant = Model.Tenant,
        Model = Model.Name,
        Options = Options,
        Production = Production.Figures,
        Candidate = Candidate.Figures,
        Overlap = Volatile.Read(ref _compared) is > 0 and var count ? Volatile.Read(ref _overlaps) / count : double.NaN,
        LeftOut = Volatile.Read(ref _leftOut),
        Stopped = Volatile.Read(ref _stopped),
        Rule = Verdict.Rule(Options),
    };

    public async ValueTask DisposeAsync()
    {
        Volatile.Write(ref _stopped, "The trial was ended.");
        Production.Slot.IsOnTrial = Candidate.Slot.IsOnTrial = false;
        _questions.Writer.TryComplete();
        await _asking;
    }

    void Restart(bool isNewCandidate)
    {
        Candidate.Restart();
        Production.Restart();
        if (isNewCandidate) Volatile.Write(ref _stopped, null);
    }

    async Task AskAll()
    {
        await foreach (var question in _questions.Reader.ReadAllAsync())
        {
            if (!IsStopped && Candidate.Slot.TryTake(out var version)) Ask(question, version);
        }
    }

    void Ask(ShadowQuestion question, LiveVersion version)
    {
        var started = _around.Clock.GetTimestamp();
        try
        {
            var items = question.Ask((LiveModel)version);
            var took = _around.Clock.GetElapsedTime(started);
            Candidate.Report(version.Version, took, hasFailed: false);
            Compare(Overlap(question.Answered, items), took, version.Version);
        }
        catch (Exception failure)
        {
            Candidate.Report(version.Version, _around.Clock.GetElapsedTime(started), hasFailed: true);
            _around.Reports.ShadowFailed(Model, version.Version, failure);
        }
        finally
        {
            version.LetGo();
        }
    }

    void Compare(double overlap, TimeSpan took, int version)
    {
        Volatile.Write(ref _overlaps, _overlaps + overlap);
        Interlocked.Increment(ref _compared);
        _around.Reports.ShadowAsked(Model, version, took, overlap);
    }

    // The share of the longer list that both have.
    static double Overlap(IReadOnlyList<string> one, IReadOnlyList<string> other)
    {
        var longest = Math.Max(one.Count, other.Count);
        return longest == 0 ? 1 : (double)one.Intersect(other, StringComparer.Ordinal).Count() / longest;
    }
}
