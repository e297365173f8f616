@echo off
rem recommender <command> [arguments]: builds what changed, then runs the program that knows the command.
rem The twin of ./recommender for Windows. RECOMMENDER_NO_BUILD=1 runs the last build as it is.
setlocal EnableExtensions DisableDelayedExpansion
set "root=%~dp0"
set "root=%root:~0,-1%"
set "artifacts=%root%\artifacts"

if /i "%~1"=="test" (
  where bash >nul 2>nul && (bash "%root%\recommender" %* & exit /b)
  call :say "test needs bash: run it from Git Bash, or in WSL with ./recommender test"
  exit /b 1
)

set "side=training"
set "program=Recommender.Training"
for %%v in (token tenant experiments campaigns merchandising simulate serve) do if /i "%~1"=="%%v" (
  set "side=serving"
  set "program=Recommender.Worker"
)
if not exist "%root%\%side%\%program%\Program.cs" (
  call :say "'%~1' comes with the worker, which this version does not have yet; recommender --help lists what it has"
  exit /b 2
)

call :run %*
if errorlevel 1 exit /b
if /i not "%~1"=="demo" exit /b
if not exist "%root%\serving\Recommender.Worker\Program.cs" exit /b
set "side=serving"
set "program=Recommender.Worker"

:run
set "builds=%artifacts%\run\%program%"
set "seen=%builds%\sources"
call :fresh || call :locked || exit /b 1
dotnet "%builds%\%name%\%program%.dll" %*
exit /b

rem Whether the newest build was made from the sources as they are now: "sources" is a copy of them to compare with.
:fresh
set "name="
if exist "%builds%\current" set /p name=<"%builds%\current"
if not defined name (
  if "%RECOMMENDER_NO_BUILD%"=="1" call :say "RECOMMENDER_NO_BUILD=1 needs an earlier build, and there is none; run without it once"
  exit /b 1
)
if not exist "%builds%\%name%\%program%.dll" exit /b 1
if "%RECOMMENDER_NO_BUILD%"=="1" exit /b 0
call :compare /L
exit /b

rem Robocopy ends with 0 only when nothing differs, was added or is gone; /L lists, without it the copy is renewed.
:compare
set "differs=0"
for %%s in (shared %side%) do (
  robocopy "%root%\%%s" "%seen%\%%s" /MIR %1 /XD node_modules dist /NJH /NJS /NDL /NC /NS /NP /R:1 /W:1 >nul
  if errorlevel 1 set "differs=1"
)
robocopy "%root%" "%seen%\root" Directory.*.props Directory.*.targets nuget.config global.json .editorconfig BannedSymbols.txt %1 /NJH /NJS /NDL /NC /NS /NP /R:1 /W:1 >nul
if errorlevel 1 set "differs=1"
exit /b %differs%

rem Only one process can hold file 8 open for writing; the system closes it however that process ends.
:locked
if "%RECOMMENDER_NO_BUILD%"=="1" exit /b 1
if not exist "%artifacts%" mkdir "%artifacts%"
set "outcome="
:wait
9>&2 2>nul (8>"%artifacts%\build.lock" (2>&9 call :build)) || if not defined outcome (
  >nul ping -n 2 127.0.0.1
  goto wait
)
exit /b %outcome%

rem Every build runs from a folder of its own: Windows does not let go of the files of a running program.
:build
set "outcome=1"
call :fresh && (set "outcome=0" & exit /b 0)
call :prerequisites || exit /b 1
call :say "Building ..."
call :compare
for /f %%t in ('powershell -NoProfile -Command "[DateTime]::UtcNow.ToString('yyyyMMddTHHmmssfffZ')"') do set "name=%%t"
set "DOTNET_NOLOGO=1"
dotnet build "%root%\%side%\%program%" -c Release --nologo --disable-build-servers -v quiet >"%artifacts%\build.log" 2>&1 || (
  rmdir /s /q "%seen%"
  findstr /r /c:"error" "%artifacts%\build.log" >&2
  call :say "The build failed; all of its output is in %artifacts%\build.log"
  exit /b 1
)
robocopy "%artifacts%\bin\%program%\release" "%builds%\%name%" /E /NJH /NJS /NDL /NFL /NP /R:1 /W:1 >nul
if errorlevel 8 exit /b 1
>"%builds%\next" echo %name%
move /y "%builds%\next" "%builds%\current" >nul
rem A folder whose program still runs cannot be renamed, and so stays.
for /d %%d in ("%builds%\2*") do if /i not "%%~nxd"=="%name%" ren "%%d" "old-%%~nxd" 2>nul && rmdir /s /q "%builds%\old-%%~nxd"
set "outcome=0"
exit /b 0

:prerequisites
set "missing=0"
dotnet --list-sdks 2>nul | findstr /b /l "10." >nul || (
  set "missing=1"
  call :say ".NET SDK 10 is missing; get it from https://dotnet.microsoft.com/download/dotnet/10.0"
)
set "node="
for /f "tokens=1 delims=v." %%n in ('node --version 2^>nul') do set "node=%%n"
if not defined node set "node=0"
if %node% LSS 20 (
  set "missing=1"
  call :say "Node.js 20 or newer is missing; get it from https://nodejs.org"
)
where npm >nul 2>nul || (
  set "missing=1"
  call :say "npm is missing; it comes with Node.js from https://nodejs.org"
)
exit /b %missing%

:say
>&2 echo recommender: %~1
exit /b 0
