using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using Recommender.Core;
using Recommender.Storage.Sources.Mapping;
using Recommender.Training.Trainers;

namespace Recommender.Training.Scheduling;

/// <summary>Reads the section <c>schedule:</c> of a pipeline file; what is wrong is said with file, line and cure.</summary>
static class ScheduleSection
{
    static readonly PropertyInfo[] Known = OptionsText.Properties(typeof(ScheduleOptions));

    public static ScheduleOptions Read(YamlSection schedule)
    {
        schedule.AllowOnly("a schedule", [.. Known.Select(OptionsText.NameOf)]);
        var usual = new ScheduleOptions { Cron = schedule.Required("cron", "a schedule") };
        _ = At(schedule, "cron", () => CronExpression.Parse(usual.Cron));
        return usual with
        {
            TimeZone = At(schedule, "time_zone", () => ZoneName.Find(schedule.Text("time_zone") ?? usual.TimeZone).Id),
            Missed = schedule.Text("missed") is { } missed ? Choice<MissedRuns>(schedule, "missed", missed) : usual.Missed,
            Retries = Whole(schedule, nameof(usual.Retries)) ?? usual.Retries,
            Backoff = Whole(schedule, nameof(usual.Backoff)) ?? usual.Backoff,
            TimeoutMinutes = Whole(schedule, nameof(usual.TimeoutMinutes)),
            Notify = [.. schedule.Texts("notify").Select((address, i) => Address(schedule, address, i + 1))],
            NotifyOn = schedule.Has("notify_on") ? [.. schedule.Texts("notify_on").Select(text => Choice<NotifyOn>(schedule, "notify_on", text))] : usual.NotifyOn,
        };
    }

    static int? Whole(YamlSection schedule, string property)
    {
        var option = Known.Single(known => known.Name == property);
        var (key, range) = (OptionsText.NameOf(option), option.GetCustomAttribute<RangeAttribute>()!);
        if (schedule.Text(key) is not { } text) return null;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && range.IsValid(value)) return value;

        throw schedule.FaultOf(key, $"{key}: '{text}' is not a whole number from {range.Minimum} to {range.Maximum}; take one.");
    }

    static T Choice<T>(YamlSection schedule, string key, string text) where T : struct, Enum
    {
        var names = OptionsText.Choices(typeof(T)).ToArray();
        return Array.IndexOf(names, text) is var at and >= 0
            ? Enum.GetValues<T>()[at]
            : throw schedule.FaultOf(key, $"{key}: '{text}' is not known.{Suggestion.For(text, names)} Take one of {string.Join(", ", names)}.");
    }

    // The address is often a secret: it is never repeated.
    static string Address(YamlSection schedule, string text, int number) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps)
            ? text
            : throw schedule.FaultOf("notify", $"notify: address {number} is no web address; it must begin with https:// or http://.");

    static T At<T>(YamlSection schedule, string key, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (UserErrorException fault)
        {
            throw schedule.FaultOf(key, fault.Message);
        }
    }
}
