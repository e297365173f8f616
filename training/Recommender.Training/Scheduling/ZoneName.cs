using Recommender.Core;

namespace Recommender.Training.Scheduling;

/// <summary>Time zones by their IANA names, such as Europe/London.</summary>
static class ZoneName
{
    public static TimeZoneInfo Find(string name)
    {
        if (TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone)) return zone;

        var known = TimeZoneInfo.GetSystemTimeZones();
        var cure = known.Count > 1
            ? "Take an IANA name such as Europe/London or UTC."
            : "This machine knows no time zones but UTC: install tzdata, or take UTC.";
        throw new UserErrorException($"the time zone '{name}' is not known.{Suggestion.For(name, known.Select(other => other.Id))} {cure}");
    }
}
