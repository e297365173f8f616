using System.Text.Json.Nodes;
using Recommender.Storage.Sources.Mapping;

namespace Recommender.Training.Pipelines.Documents;

/// <summary>A part of a pipeline's file that is more than a record of options: it reads itself, and says what it may look like.</summary>
interface IYamlPart<TPart> where TPart : class
{
    /// <summary>Reads what stands under the key.</summary>
    static abstract TPart Read(YamlSection parent, string key);

    /// <summary>The JSON schema of what may stand there.</summary>
    static abstract JsonObject Schema();
}
