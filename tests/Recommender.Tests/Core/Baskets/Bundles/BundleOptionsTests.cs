using Recommender.Core;
using Recommender.Core.Baskets.Bundles;
using Xunit;

namespace Recommender.Tests.Core.Baskets.Bundles;

public sealed class BundleOptionsTests
{
    public static TheoryData<string, BundleOptions> Wrong => new()
    {
        { "The count 0 is outside 1 to", new() { MinCount = 0 } },
        { "The size of bundles 1 is outside 2 to 8. Give how many parts", new() { MaxItems = 1 } },
        { "The size of bundles 9 is outside", new() { MaxItems = 9 } },
        { "The lift NaN is outside", new() { MinLift = double.NaN } },
        { "The discount 100 is outside 0 to 99.99. Give percent", new() { Discount = 100 } },
        { "The discount -0.5 is outside", new() { Discount = -0.5 } },
        { "The floor of the margin 100 is outside", new() { MinMargin = 100 } },
        { "The uplift -1 is outside", new() { Uplift = -1 } },
        { "The stock -1 is outside", new() { MinStock = -1 } },
        { "The limit 0 is outside 1 to 1000000. Give how many bundles to list.", new() { Limit = 0 } },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void A_value_outside_its_range_is_an_error(string message, BundleOptions options) =>
        Assert.StartsWith(message, Assert.Throws<UserErrorException>(() => new SmallShop("ab").Find(options)).Message);
}
