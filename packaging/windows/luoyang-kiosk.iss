; The installer for Windows, compiled by Inno Setup 6.3 or newer:
;     iscc /DVersion=0.1.0 packaging\windows\luoyang-kiosk.iss
; from the bundle in dist\kiosk and the settings that packaging\hall_settings.py wrote to build\hall.yaml.
; What it does on a machine is told in README.md beside this file.

#ifndef Version
  #error The version is missing: iscc /DVersion=0.1.0
#endif
#ifndef Bundle
  #define Bundle "..\..\dist\kiosk"
#endif
#ifndef Settings
  #define Settings "..\..\build\hall.yaml"
#endif
#define Icon "..\icons\kiosk.ico"
#define Name "Luoyang Kiosk"
#define Room "{commonappdata}\luoyang-kiosk"
#define Hall "{app}\kiosk-hall.exe"
#define Desk "{app}\kiosk.exe"

[Setup]
AppId={{6E1C9C34-2B5F-4C0E-9A2B-3D7C51F0A8D2}
AppName={#Name}
AppVersion={#Version}
AppVerName={#Name} {#Version}
VersionInfoVersion={#Version}
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
; Windows 10 1809, the oldest that Qt 6.11 runs on.
MinVersion=10.0.17763
PrivilegesRequired=admin
DefaultDirName={autopf}\{#Name}
DefaultGroupName={#Name}
DisableProgramGroupPage=yes
CloseApplications=yes
RestartApplications=no
ShowLanguageDialog=auto
WizardStyle=modern
UninstallDisplayIcon={#Hall}
OutputDir=..\..\dist
OutputBaseFilename=luoyang-kiosk-{#Version}-windows-x86_64-setup
Compression=lzma2/max
SolidCompression=yes
#if FileExists(AddBackslash(SourcePath) + Icon)
SetupIconFile={#Icon}
#endif

[Languages]
Name: "zh"; MessagesFile: "compiler:Default.isl,chinese.isl"
Name: "en"; MessagesFile: "compiler:Default.isl"

[Messages]
en.ConfirmUninstall=Are you sure you want to remove %1? Content and settings that were changed are kept.

[CustomMessages]
zh.Exhibition=展览
en.Exhibition=Exhibition
zh.Preview=预览（边改边看）
en.Preview=Preview (see every save at once)
zh.Doctor=检查这台机器
en.Doctor=Check this machine
zh.Prompt=命令行
en.Prompt=Command line
zh.Handbook=内容手册
en.Handbook=Staff handbook (Chinese)
zh.Installer=安装手册
en.Installer=Installer's handbook
zh.Content=内容文件夹
en.Content=Content folder
zh.Hall=展厅里的机器：
en.Hall=On a machine in a hall:
zh.Autostart=登录后自动开始展览
en.Autostart=Begin the exhibition after every sign-in
zh.EdgeSwipe=关掉从屏幕边缘滑入的手势，观众就叫不出 Windows 的面板
en.EdgeSwipe=Turn off swipes from the edge of the screen, so that visitors cannot call up panels of Windows
zh.ContentKept=内容已经有人改过，所以原样保留，没有换成新版本自带的：%n%1%n新版本自带的内容在：%n%2
en.ContentKept=The content was changed since it was installed, so it was left as it is:%n%1%nThe content that came with this version is in:%n%2
zh.Kept=改过的内容和设置没有删除，留在：%n%1
en.Kept=Content and settings that had been changed were not removed. They are in:%n%1

[Tasks]
Name: "autostart"; Description: "{cm:Autostart}"; GroupDescription: "{cm:Hall}"; Flags: unchecked
Name: "edgeswipe"; Description: "{cm:EdgeSwipe}"; GroupDescription: "{cm:Hall}"; Flags: unchecked

[InstallDelete]
; Of an older version nothing stays that the new one does not have.
Type: filesandordirs; Name: "{app}\_internal"
Type: files; Name: "{group}\*.lnk"
Type: files; Name: "{commonstartup}\{#Name}.lnk"
Type: filesandordirs; Name: "{#Room}\content.being-installed"

[Dirs]
Name: "{#Room}"; Flags: uninsneveruninstall
Name: "{#Room}\content.being-installed"; Permissions: users-modify; Flags: uninsneveruninstall; Check: ContentIsWanted

[Files]
Source: "{#Bundle}\*"; DestDir: "{app}"; Flags: ignoreversion recursesubdirs createallsubdirs
Source: "README.md"; DestDir: "{app}"; DestName: "INSTALL.md"; Flags: ignoreversion
Source: "{#Settings}"; DestDir: "{app}"; DestName: "hall.template.yaml"; Flags: ignoreversion
Source: "{#Settings}"; DestDir: "{#Room}"; DestName: "hall.yaml"; Flags: ignoreversion uninsneveruninstall; \
  Check: SettingsAreWanted; AfterInstall: RecordSettings
Source: "{#Bundle}\_internal\content\*"; DestDir: "{#Room}\content.being-installed"; \
  Flags: ignoreversion recursesubdirs createallsubdirs uninsneveruninstall; Check: ContentIsWanted

[Icons]
Name: "{group}\{cm:Exhibition}"; Filename: "{#Hall}"; Parameters: "run --unattended"
Name: "{group}\{cm:Preview}"; Filename: "{cmd}"; IconFilename: "{#Desk}"; \
  Parameters: "/s /c """"{#Desk}"" preview ""{#Room}\content"" || pause"""
Name: "{group}\{cm:Doctor}"; Filename: "{cmd}"; IconFilename: "{#Desk}"; Parameters: "/s /k """"{#Desk}"" doctor"""
Name: "{group}\{cm:Prompt}"; Filename: "{cmd}"; IconFilename: "{#Desk}"; \
  Parameters: "/s /k ""set ""PATH={app};%PATH%"" & cd /d ""{#Room}\content"" & kiosk --help"""
Name: "{group}\{cm:Handbook}"; Filename: "{win}\notepad.exe"; Parameters: """{#Room}\content\README.md"""
Name: "{group}\{cm:Installer}"; Filename: "{win}\notepad.exe"; Parameters: """{app}\INSTALL.md"""
Name: "{group}\{cm:Content}"; Filename: "{#Room}\content"
Name: "{commonstartup}\{#Name}"; Filename: "{#Hall}"; Parameters: "run --unattended"; Tasks: autostart

[Registry]
Root: HKLM; Subkey: "SOFTWARE\Policies\Microsoft\Windows\EdgeUI"; ValueType: dword; ValueName: "AllowEdgeSwipe"; \
  ValueData: 0; Flags: uninsdeletevalue uninsdeletekeyifempty; Tasks: edgeswipe

[Run]
Filename: "{cmd}"; Parameters: "/s /k """"{#Desk}"" doctor"""; Description: "{cm:Doctor}"; \
  Flags: postinstall nowait skipifsilent unchecked

[Code]
const
  IsLink = $400; { FILE_ATTRIBUTE_REPARSE_POINT }

var
  ContentWasLookedAt, ContentMayGo, ContentWasKept: Boolean;

function InRoom(Name: String): String;
begin
  Result := ExpandConstant('{#Room}\') + Name;
end;

function FolderIsLink(Folder: String): Boolean;
var
  Found: TFindRec;
begin
  Result := FindFirst(Folder, Found);
  if Result then
  begin
    Result := Found.Attributes and IsLink <> 0;
    FindClose(Found);
  end;
end;

{ The lines that sha256sum would write of all files in a folder. A link or an empty folder is none of ours: it gets
  a line that nothing shipped has. }
procedure List(Folder, Prefix: String; Lines: TStringList);
var
  Found: TFindRec;
  Before: Integer;
begin
  Before := Lines.Count;
  if not FindFirst(Folder + '\*', Found) then
    RaiseException(Folder + ' cannot be listed');
  try
    repeat
      if (Found.Name = '.') or (Found.Name = '..') then
        continue;
      if Found.Attributes and IsLink <> 0 then
        Lines.Add('link  ' + Prefix + Found.Name)
      else if Found.Attributes and FILE_ATTRIBUTE_DIRECTORY <> 0 then
        List(Folder + '\' + Found.Name, Prefix + Found.Name + '/', Lines)
      else
        Lines.Add(GetSHA256OfFile(Folder + '\' + Found.Name) + '  ' + Prefix + Found.Name);
    until not FindNext(Found);
  finally
    FindClose(Found);
  end;
  if Lines.Count = Before then
    Lines.Add('empty  ' + Prefix);
end;

function Listing(Name: String): String;
var
  Lines: TStringList;
begin
  Lines := TStringList.Create;
  try
    if DirExists(InRoom(Name)) then
      List(InRoom(Name), 'content/', Lines)
    else
      Lines.Add(GetSHA256OfFile(InRoom(Name)) + '  ' + Name);
    Lines.Sort;
    Result := Lines.Text;
  finally
    Lines.Free;
  end;
end;

function Recorded(Name: String): String;
var
  Lines: TArrayOfString;
  I: Integer;
begin
  Result := '';
  if LoadStringsFromFile(InRoom(Name + '.sha256'), Lines) then
    for I := 0 to GetArrayLength(Lines) - 1 do
      Result := Result + Lines[I] + #13#10;
end;

{ Written with a byte order mark: LoadStringsFromFile would take UTF-8 without one for the system's code page. }
procedure WriteRecord(Name: String);
var
  Lines: TArrayOfString;
begin
  SetArrayLength(Lines, 1);
  Lines[0] := TrimRight(Listing(Name));
  if not SaveStringsToUTF8File(InRoom(Name + '.sha256'), Lines, False) then
    Log(Name + ': what was shipped could not be written down; it will count as changed');
end;

{ Whether something of ours is file for file what was installed. What cannot be read counts as changed. }
function IsAsShipped(Name, AsRecordedFor: String): Boolean;
var
  Shipped: String;
begin
  Result := False;
  Shipped := Recorded(AsRecordedFor);
  if (Shipped = '') or FolderIsLink(InRoom(Name)) then
    exit;
  try
    Result := Listing(Name) = Shipped;
  except
    Log(Name + ': ' + GetExceptionMessage);
  end;
end;

function SettingsAreWanted: Boolean;
begin
  Result := not FileExists(InRoom('hall.yaml')) or IsAsShipped('hall.yaml', 'hall.yaml');
end;

procedure RecordSettings;
begin
  WriteRecord('hall.yaml');
end;

{ An installation that was cut off between two renames is put right before anything else is looked at. }
procedure Recover;
begin
  if not DirExists(InRoom('content.previous')) then
    exit;
  if not DirExists(InRoom('content')) then
    RenameFile(InRoom('content.previous'), InRoom('content'))
  else if IsAsShipped('content.previous', 'content') then
    DelTree(InRoom('content.previous'), True, True, True);
end;

function ContentIsWanted: Boolean;
begin
  if not ContentWasLookedAt then
  begin
    Recover;
    ContentMayGo := not DirExists(InRoom('content')) or IsAsShipped('content', 'content');
    ContentWasLookedAt := True;
  end;
  Result := ContentMayGo;
end;

{ Only what was looked at a moment ago is moved out of the way and deleted. }
function PutContentInPlace: Boolean;
var
  Replaces: Boolean;
begin
  Result := False;
  Replaces := DirExists(InRoom('content'));
  if Replaces then
  begin
    if not IsAsShipped('content', 'content') then
      exit;
    if not RenameFile(InRoom('content'), InRoom('content.previous')) then
      exit;
  end;
  Result := RenameFile(InRoom('content.being-installed'), InRoom('content'));
  if Result then
  begin
    if Replaces then
      DelTree(InRoom('content.previous'), True, True, True);
    WriteRecord('content');
  end
  else if Replaces then
    RenameFile(InRoom('content.previous'), InRoom('content'));
end;

procedure CurStepChanged(Step: TSetupStep);
begin
  if Step <> ssPostInstall then
    exit;
  ContentWasKept := True;
  if ContentIsWanted then
    ContentWasKept := not PutContentInPlace;
  if ContentWasKept then
  begin
    DelTree(InRoom('content.being-installed'), True, True, True);
    Log('content was changed or is in use, and was left alone: ' + InRoom('content'));
  end;
end;

procedure CurPageChanged(Page: Integer);
var
  Taller: Integer;
begin
  if (Page <> wpFinished) or not ContentWasKept then
    exit;
  WizardForm.FinishedLabel.Caption := WizardForm.FinishedLabel.Caption + #13#10#13#10 +
    FmtMessage(CustomMessage('ContentKept'), [InRoom('content'), ExpandConstant('{app}\_internal\content')]);
  Taller := WizardForm.AdjustLabelHeight(WizardForm.FinishedLabel);
  WizardForm.RunList.Top := WizardForm.RunList.Top + Taller;
  WizardForm.RunList.Height := WizardForm.RunList.Height - Taller;
end;

procedure Forget(Name: String);
begin
  if IsAsShipped(Name, Name) then
    if DirExists(InRoom(Name)) then
      DelTree(InRoom(Name), True, True, True)
    else
      DeleteFile(InRoom(Name));
  DeleteFile(InRoom(Name + '.sha256'));
end;

procedure CurUninstallStepChanged(Step: TUninstallStep);
begin
  if Step <> usPostUninstall then
    exit;
  Forget('content');
  Forget('hall.yaml');
  if DirExists(InRoom('')) and not RemoveDir(InRoom('')) then
    SuppressibleMsgBox(FmtMessage(CustomMessage('Kept'), [ExpandConstant('{#Room}')]), mbInformation, MB_OK, IDOK);
end;
