using System.Numerics.Tensors;
using Recommender.Core;
using Recommender.Core.Baskets;
using Recommender.Core.Datasets;

namespace Recommender.Training.Experiments;

/// <summary>Two periods of equal length, one before and one after a day.</summary>
sealed record Periods(DateTime Begin, DateTime Middle, DateTime End, BasketSet Before, BasketSet After)
{
    /// <summary>The periods around a day, or around the middle of the history.</summary>
    public static Periods Of(BasketSet baskets, DateTime? at, int? days)
    {
        if (baskets.Times.IsEmpty) throw new UserErrorException("The purchases have no times, and trends need them. Import the data with its column of times.");

        var (first, last) = (TensorPrimitives.Min(baskets.Times.Span), TensorPrimitives.Max(baskets.Times.Span) + 1);
        var day = at ?? Time(first + (last - first) / 2 / ShopBaskets.MinutesPerDay * ShopBaskets.MinutesPerDay);
        if (day <= Time(first) || day >= Time(last))
            throw new UserErrorException($"{day:yyyy-MM-dd} does not lie inside the history, which goes from {Time(first):yyyy-MM-dd} to {Time(last):yyyy-MM-dd}. Give a day between them.");

        var middle = ShopBaskets.MinuteOf(day);
        var length = (int)Math.Min((long)(days ?? int.MaxValue / ShopBaskets.MinutesPerDay) * ShopBaskets.MinutesPerDay, Math.Min(middle - first, last - middle));
        return new(Time(middle - length), Time(middle), Time(middle + length), baskets.Within(middle - length, middle), baskets.Within(middle, middle + length));
    }

    static DateTime Time(int minute) => DateTime.UnixEpoch.AddMinutes(minute);
}
