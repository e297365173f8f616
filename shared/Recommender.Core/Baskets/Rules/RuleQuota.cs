namespace Recommender.Core.Baskets.Rules;

/// <summary>How many rules several threads together may look at, and whether their time is over.</summary>
sealed class RuleQuota(long most, Func<bool> isOver)
{
    long _taken;
    volatile bool _isOver;

    /// <summary>Whether there are more rules than may be looked at.</summary>
    public bool IsExceeded => Interlocked.Read(ref _taken) > most;

    /// <summary>Whether the time ended it.</summary>
    public bool IsOver => _isOver;

    /// <summary>Whether no more rules are to be looked at.</summary>
    public bool IsEnded => IsOver || IsExceeded;

    /// <summary>Rules that may still be looked at.</summary>
    public long Left => Math.Max(0, most - Interlocked.Read(ref _taken));

    /// <summary>Takes so many rules.</summary>
    /// <returns>How many of them may be looked at; fewer where the search ends.</returns>
    public int Take(int rules)
    {
        if (isOver()) _isOver = true;
        if (_isOver) return 0;

        var beyond = Interlocked.Add(ref _taken, rules) - most;
        return beyond <= 0 ? rules : (int)Math.Max(0, rules - beyond);
    }
}
