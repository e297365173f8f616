using Microsoft.Extensions.Logging;

namespace Recommender.Worker.Shops;

/// <summary>What is logged of shops.</summary>
static partial class ShopLog
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "The items of data set {Dataset} of {Tenant} cannot be read, so names, prices and stock stay as they were known: {Reason}")]
    public static partial void ItemsUnread(this ILogger logger, string tenant, string dataset, string reason);
}
