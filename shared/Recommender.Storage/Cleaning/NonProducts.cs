namespace Recommender.Storage.Cleaning;

/// <summary>What tills and web shops book beside goods. Single letters and the like are left to the names: a short code alone may be a product.</summary>
static class NonProducts
{
    public const string Codes =
        @"post|postage|dot|carriage|shipping|freight|delivery|versand|porto|handling|(bank[ _-]?)?charges?|amazon[ _-]?fees?|fees?|commission|discount|rabatt|"
        + @"manual|adjust(ment)?\d*|deposit|samples?|(gift|voucher|gutschein)([ _-]?(card|voucher))?([ _-]?\d+)*|test\d*|tip|tips|donation|rounding|surcharge";

    public const string Names =
        @"postage( .*)?|dotcom postage|(next day )?carriage|shipping( .*)?|delivery( (charge|fee|cost)s?)?|freight( .*)?|bank charges?|amazon fees?|(.* )?commission|discount|manual|"
        + @"samples|adjust(ment)?\b.*|(.* )?gift (voucher|card)( .*)?|this is a test product\.?|(sales )?tax|deposit|tips?|donation|bags? (charge|fee|levy)|rounding( .*)?|surcharge|handling( (charge|fee))?";
}
