using Recommender.Core;

namespace Recommender.Engine.Merchandising.Rules;

/// <summary>A rule that cannot act.</summary>
public sealed class RuleException(string rule, string name, string fault) : UserErrorException($"Rule '{rule}', {name}: {fault}")
{
    /// <summary>The rule's id.</summary>
    public string Rule => rule;

    /// <summary>Which of its fields is wrong.</summary>
    public string Name => name;
}
