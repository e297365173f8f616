using ExcelDataReader;
using Recommender.Core;

namespace Recommender.Storage.Sources.Excel;

/// <summary>Goes to the sheet that is wanted.</summary>
static class SheetChoice
{
    public static void Enter(IExcelDataReader workbook, string path, string? wanted)
    {
        var names = new List<string>();
        do
        {
            if (wanted is null ? workbook.VisibleState == "visible" : string.Equals(workbook.Name, wanted, StringComparison.OrdinalIgnoreCase)) return;
            names.Add(workbook.Name);
        }
        while (workbook.NextResult());

        if (wanted is null) throw new UserErrorException($"'{path}' has no visible sheet: name one of {string.Join(", ", names)}");
        throw new UserErrorException($"'{path}' has no sheet '{wanted}'.{Suggestion.For(wanted, names)} Its sheets are {string.Join(", ", names)}.");
    }
}
