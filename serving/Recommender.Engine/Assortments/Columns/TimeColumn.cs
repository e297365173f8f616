using System.Globalization;

namespace Recommender.Engine.Assortments.Columns;

/// <summary>Points in time by row, in minutes since 1970; written as ISO 8601.</summary>
sealed class TimeColumn(string name) : Column(name, AttributeKind.Text)
{
    /// <summary>Where there is none.</summary>
    public const int Unknown = int.MinValue;

    int[] _minutes = [];

    public override long Bytes => base.Bytes + (_minutes.Length * sizeof(int));

    /// <summary>The minute of a row, or <see cref="Unknown"/>.</summary>
    public int Of(int row)
    {
        var minutes = Volatile.Read(ref _minutes);
        return (uint)row < (uint)minutes.Length ? minutes[row] : Unknown;
    }

    public override bool Has(int row) => Of(row) != Unknown;

    public override AttributeValue? Get(int row) => Of(row) is var minute && minute == Unknown ? null
        : AttributeValue.Of(DateTime.UnixEpoch.AddMinutes(minute).ToString("yyyy-MM-ddTHH:mmZ", CultureInfo.InvariantCulture));

    /// <summary>Sets what a snapshot says, unless the feed has spoken.</summary>
    public void SetBase(int row, int minute)
    {
        if (!IsFed(row)) Set(row, minute);
    }

    protected override void Set(int row, AttributeValue? value) => Set(row, value is null ? Unknown : Minute(value.Text) ?? Unknown);

    protected override string? FaultOf(AttributeValue value) =>
        Minute(value.Text) is null ? $"{value} is no time; write it as in 2026-03-01 or 2026-03-01T09:30:00Z." : null;

    static int? Minute(string text)
    {
        if (!DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)) return null;

        var minute = Math.Floor((time.UtcDateTime - DateTime.UnixEpoch).TotalMinutes);
        return Math.Abs(minute) < int.MaxValue ? (int)minute : null;
    }

    void Set(int row, int minute)
    {
        var before = Of(row);
        if (row >= _minutes.Length)
        {
            if (minute == Unknown) return;
            Volatile.Write(ref _minutes, Grown(_minutes, row, Unknown));
        }
        Volatile.Write(ref _minutes[row], minute);
        Counted(before != Unknown, minute != Unknown);
    }
}
