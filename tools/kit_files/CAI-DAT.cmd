@echo off
rem Finds a Python and lets it do the rest (cai_dat.py). ASCII only: every code page shows it.
setlocal EnableExtensions DisableDelayedExpansion
pushd "%~dp0" || goto no_folder
set "PYTHONUTF8=1"
rem The launcher must not fetch a Python from the network while it is only asked for one.
set "PYTHON_MANAGER_AUTOMATIC_INSTALL=false"
set "OCOP_PY="

for %%V in (3.14 3.13 3.12 3.11) do call :try py -%%V
for %%V in (314 313 312 311) do (
  call :try "%LocalAppData%\Programs\Python\Python%%V\python.exe"
  call :try "%ProgramFiles%\Python%%V\python.exe"
)
for %%H in (HKCU HKLM) do for %%V in (3.14 3.13 3.12 3.11) do (
  for /f "tokens=2*" %%A in ('reg query "%%H\Software\Python\PythonCore\%%V\InstallPath" /v ExecutablePath 2^>nul ^| findstr REG_SZ') do call :try "%%B"
)
call :try python
call :try python3

if not defined OCOP_PY goto no_python
echo Cai dat bang: %OCOP_PY%
%OCOP_PY% cai_dat.py %*
set "OCOP_END=%ERRORLEVEL%"
popd
pause
exit /b %OCOP_END%

:try
if defined OCOP_PY exit /b 0
%* cai_dat.py --xem-python >nul 2>nul
if %ERRORLEVEL% EQU 0 set OCOP_PY=%*
exit /b 0

:no_python
echo.
echo CHUA CAI DUOC: may nay chua co Python 3.11 den 3.14, ban 64 bit.
echo Hay cai Python tu python.org ^(danh dau "Add python.exe to PATH"^), khong lay tu Microsoft Store;
echo khong can quyen quan tri. Cai xong, bam dup lai CAI-DAT.cmd.
popd
pause
exit /b 2

:no_folder
echo.
echo CHUA CAI DUOC: khong mo duoc thu muc chua bo cai dat. Hay chep ca thu muc vao may roi bam dup lai CAI-DAT.cmd.
pause
exit /b 2
