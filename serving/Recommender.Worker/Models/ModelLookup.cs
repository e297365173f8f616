using System.Globalization;
using Recommender.Core;
using Recommender.Core.Store;
using Recommender.Worker.Api;
using Recommender.Worker.Problems;

namespace Recommender.Worker.Models;

/// <summary>Finds models and versions of the caller's own store; what is not there is 404. No folder of this machine is named to callers.</summary>
static class ModelLookup
{
    /// <summary>The model that the path names.</summary>
    public static StoredModel Model(ApiCall call) => Found("name", "path", () => call.Shop.Models.Existing(call.Path("name")));

    /// <summary>A version by its number or an alias.</summary>
    public static SealedFolder Version(StoredModel model, string which, (string Parameter, string Location) at) => Found(at.Parameter, at.Location, () => model.Find(which), model);

    /// <summary>A version named in a body.</summary>
    public static SealedFolder Version(StoredModel model, int version) => Version(model, version.ToString(CultureInfo.InvariantCulture), ("version", "body"));

    /// <summary>A sentence about a model, without the folder that it stands in.</summary>
    public static string Said(UserErrorException fault, StoredModel model) => fault.Message.Replace(model.Folder, model.Name, StringComparison.Ordinal);

    static T Found<T>(string parameter, string location, Func<T> find, StoredModel? model = null)
    {
        try
        {
            return find();
        }
        catch (UserErrorException missing) when (missing is not ProblemException)
        {
            throw new ProblemException(new(ProblemCode.NotFound) { Parameter = parameter, Location = location, Message = "NOT_FOUND.model", Reason = model is null ? missing.Message : Said(missing, model) }, missing);
        }
    }
}
