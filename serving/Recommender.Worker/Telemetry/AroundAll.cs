using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace Recommender.Worker.Telemetry;

/// <summary>Puts <see cref="Around"/> before everything else that a request passes.</summary>
sealed class AroundAll : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.UseMiddleware<Around>();
        next(app);
    };
}
