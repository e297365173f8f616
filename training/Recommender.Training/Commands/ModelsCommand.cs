using System.CommandLine;

namespace Recommender.Training.Commands;

/// <summary><c>recommender models list</c> and its sisters.</summary>
static class ModelsCommand
{
    public static Command Create() => new("models",
        """
        Look after the versions of models: which there are, which is live, who made it so.

        A version is named by its model, perhaps with an alias or a number: shop (what is live), shop@candidate, shop@7.

        Example:
          recommender models list
        """)
    {
        Models.ListCommand.Create(),
        Models.ShowCommand.Create(),
        Models.PromoteCommand.Create(),
        Models.RollbackCommand.Create(),
        Models.HistoryCommand.Create(),
        Models.VerifyCommand.Create(),
        Models.PruneCommand.Create(),
        Models.ExportCommand.Create(),
        Models.ImportCommand.Create(),
    };
}
